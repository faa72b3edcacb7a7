namespace Harvis.Engine.Running;

/// <summary>What a run did.</summary>
public sealed record RunSummary
{
    /// <summary>The run's id; its records lie in a folder of that name.</summary>
    public required string RunId { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Every node's result, in the plan's order.</summary>
    public required IReadOnlyList<NodeResult> Results { get; init; }

    /// <summary>Whether all that failed did so by a refusal: something outside must be put right first. Exit code 2 instead of 1.</summary>
    public bool IsRefused { get; init; }

    /// <summary>From its start to its end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The chain of nodes, each waiting for the one before it, that took the longest: what to shorten first.</summary>
    public required IReadOnlyList<NodeResult> CriticalPath { get; init; }

    /// <summary>What targets want people to know at the end: where the application answers, what was pushed. Masked.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the run's record and report are, relative to the repository's root.</summary>
    public string RecordFolder { get; init; } = "";
}
