using System.Collections.Concurrent;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Engine.Tests.Running;

/// <summary>Runs nodes as long as the test wants: each ends when and how it is told to.</summary>
sealed class ScriptedRunner : INodeRunner
{
    readonly Lock _lock = new();
    readonly Dictionary<int, RunningNode> _running = [];
    readonly ConcurrentQueue<PlannedNode> _started = new();

    public sealed record RunningNode(PlannedNode Node, IReadOnlyList<NodeResult> Needs, TaskCompletionSource<NodeResult> End, CancellationToken Token);

    /// <summary>Called at each start with all that runs.</summary>
    public Action<IReadOnlyList<RunningNode>> Starting { get; init; } = _ => { };

    /// <summary>Which nodes have work; joins never do.</summary>
    public Func<PlannedNode, bool> Work { get; init; } = _ => true;

    /// <summary>All nodes that were started, in that order.</summary>
    public IReadOnlyCollection<PlannedNode> Started => _started;

    public IReadOnlyList<RunningNode> Running
    {
        get
        {
            lock (_lock) return [.. _running.Values.OrderBy(running => running.Node.Index)];
        }
    }

    public bool HasWork(PlannedNode node) => node.Node.Joins.Count == 0 && Work(node);

    public Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken)
    {
        var running = new RunningNode(node, needs, new TaskCompletionSource<NodeResult>(), cancellationToken);
        lock (_lock)
        {
            _running.Add(node.Index, running);
            _started.Enqueue(node);
            Starting([.. _running.Values]);
        }

        return running.End.Task;
    }

    /// <summary>Ends a node; when this returns, the scheduler has decided what follows from it.</summary>
    public void End(RunningNode running, NodeOutcome outcome)
    {
        lock (_lock) _running.Remove(running.Node.Index);
        running.End.SetResult(new NodeResult { Node = running.Node, Outcome = outcome, Duration = TimeSpan.FromSeconds(1) });
    }
}
