using Harvis.Engine.Running;

namespace Harvis.Engine.Records;

/// <summary>A node's end, as the run's journal keeps it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Key">What its result follows from; empty where it wasn't asked.</param>
/// <param name="Results">Its typed results, as JSON.</param>
sealed record JournalEntry(string Node, NodeOutcome Outcome, string Key, IReadOnlyList<(string Name, byte[] Json)> Results)
{
    /// <summary>In which of the runs that continue each other it was done, 0 for the first.</summary>
    public int Round { get; init; }

    /// <summary>Whether a run that continues needn't do it again, if its key is the same.</summary>
    public bool IsDone => Outcome is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed;
}
