namespace Harvis.Benchmarks.Results;

/// <summary>All that one run of the benchmarks found.</summary>
sealed record BenchmarkReport
{
    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it ran on.</summary>
    public required Machine Machine { get; init; }

    /// <summary>The load at the end, for comparison with that at the beginning.</summary>
    public required string LoadAtEnd { get; init; }

    /// <summary>Pieces of the engine.</summary>
    public required IReadOnlyList<EngineResult> Engine { get; init; }

    /// <summary>Whole processes.</summary>
    public required IReadOnlyList<ComparisonResult> Comparisons { get; init; }
}
