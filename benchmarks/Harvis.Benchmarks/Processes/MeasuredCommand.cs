namespace Harvis.Benchmarks.Processes;

/// <summary>A command to measure. Its standard input is empty, its output goes nowhere.</summary>
/// <param name="Program">A path, or a name that is looked up on PATH.</param>
/// <param name="Arguments">Its arguments.</param>
sealed record MeasuredCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; null for the current folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables set besides the inherited ones.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
