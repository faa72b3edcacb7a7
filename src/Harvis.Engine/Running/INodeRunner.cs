using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>Runs one node: asks its conditions, looks whether it is done already, does its work.</summary>
interface INodeRunner
{
    /// <summary>Whether the node has work that takes time; what has none is ended at once.</summary>
    bool HasWork(PlannedNode node);

    /// <summary>Runs the node. Never throws: a failure is a result.</summary>
    /// <param name="node">The node.</param>
    /// <param name="needs">The results of what it needs, and of what triggered it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken);
}
