using Harvis.Engine.Running;

namespace Harvis.Engine.Handovers;

/// <summary>What one CI job tells the next of a node: how it ended, and its typed results.</summary>
/// <param name="Node">The node.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Results">Its typed results, as JSON.</param>
sealed record HandoverRecord(string Node, NodeOutcome Outcome, IReadOnlyList<(string Name, byte[] Json)> Results)
{
    /// <summary>Whether what depends on it may run.</summary>
    public bool Satisfies => Outcome is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed or NodeOutcome.Skipped;
}
