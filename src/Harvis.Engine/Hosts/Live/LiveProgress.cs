using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts.Live;

/// <summary>What runs, what waits and for what, and how much is done.</summary>
sealed class LiveProgress
{
    readonly IReadOnlyList<PlannedNode> _nodes;
    readonly SortedSet<int> _waiting;
    readonly bool[] _ended;
    readonly Dictionary<NodeOutcome, int> _counts = [];

    public LiveProgress(Plan plan, DateTimeOffset started)
    {
        (_nodes, Started) = (plan.Nodes, started);
        _waiting = [.. Enumerable.Range(0, _nodes.Count)];
        _ended = new bool[_nodes.Count];
    }

    /// <summary>When the run started.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool IsCancelling { get; set; }

    /// <summary>The nodes that run, in the plan's order.</summary>
    public SortedDictionary<int, RunningNode> Running { get; } = [];

    /// <summary>How many nodes there are.</summary>
    public int Total => _nodes.Count;

    /// <summary>How many have ended.</summary>
    public int Ended { get; private set; }

    /// <summary>How many have neither started nor ended.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>How many ended so.</summary>
    public int Count(NodeOutcome outcome) => _counts.GetValueOrDefault(outcome);

    public void Start(PlannedNode node, RunningNode running)
    {
        _waiting.Remove(node.Index);
        Running[node.Index] = running;
    }

    /// <summary>A node ended.</summary>
    /// <returns>It, if it had started.</returns>
    public RunningNode? End(NodeResult result)
    {
        var index = result.Node.Index;
        _waiting.Remove(index);
        _ended[index] = true;
        Ended++;
        _counts[result.Outcome] = Count(result.Outcome) + 1;
        Running.Remove(index, out var running);
        return running;
    }

    /// <summary>The next nodes that wait, with the names of those they wait for; none where only a free place is missing.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> For)> Waiting(int atMost) =>
        _waiting.Take(atMost).Select(index => (
            _nodes[index].Node.Name,
            (IReadOnlyList<string>)[.. _nodes[index].Needs.Concat(_nodes[index].Follows).Distinct().Where(other => !_ended[other]).Select(other => _nodes[other].Node.Name)]));
}
