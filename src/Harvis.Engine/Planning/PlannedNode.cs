using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>A node's place in a plan.</summary>
public sealed class PlannedNode
{
    /// <summary>Its place: 0 for the first in the plan's order.</summary>
    public required int Index { get; init; }

    /// <summary>The node.</summary>
    public required TargetNode Node { get; init; }

    /// <summary>The planned nodes that must have succeeded before it runs, as indexes.</summary>
    public required IReadOnlyList<int> Needs { get; init; }

    /// <summary>The planned nodes that must have ended, however, before it runs.</summary>
    public required IReadOnlyList<int> Follows { get; init; }

    /// <summary>The planned nodes that trigger it: with any, it runs only if one of them succeeded (or proceeds after failure).</summary>
    public IReadOnlyList<int> TriggeredBy { get; init; } = [];

    /// <summary>Why it won't run, known already; null if it will.</summary>
    public string? SkipReason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Node.Name;
}
