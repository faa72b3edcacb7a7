using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>How a node ended, and why.</summary>
public sealed record NodeResult
{
    /// <summary>The node.</summary>
    public required PlannedNode Node { get; init; }

    /// <summary>How it ended.</summary>
    public required NodeOutcome Outcome { get; init; }

    /// <summary>Why it ended so, in words, masked; empty for a plain success.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it started, counted from the start of the run.</summary>
    public TimeSpan Started { get; init; }

    /// <summary>How long it took, all tries included; zero where it didn't run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How many warnings it logged.</summary>
    public int Warnings { get; init; }

    /// <summary>
    /// In which of the runs that continue each other what it stands for was done, 0 for the first. What depends on it and was done in an
    /// earlier one hasn't seen it.
    /// </summary>
    internal int Round { get; init; }

    /// <summary>Whether it failed because something was refused that stays refused until somebody puts it right.</summary>
    internal bool IsRefused { get; init; }

    /// <summary>Whether what depends on it may run.</summary>
    public bool Satisfies => Outcome is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed or NodeOutcome.Skipped or NodeOutcome.WouldRun;
}
