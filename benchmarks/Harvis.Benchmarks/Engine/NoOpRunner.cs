using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Benchmarks.Engine;

/// <summary>Runs a node by doing nothing: what remains is the scheduler.</summary>
sealed class NoOpRunner : INodeRunner
{
    public bool HasWork(PlannedNode node) => true;

    public Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken) =>
        Task.FromResult(new NodeResult { Node = node, Outcome = NodeOutcome.Succeeded });
}
