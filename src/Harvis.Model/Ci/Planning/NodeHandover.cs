namespace Harvis.Model.Ci.Planning;

/// <summary>Whose outcome and results each node takes: producers of what it consumes, and where its start isn't plain, all it waits for.</summary>
sealed class NodeHandover
{
    readonly IReadOnlyDictionary<int, NodeFacts> _nodes;
    readonly Dictionary<int, IReadOnlyList<string>> _taken = [];
    readonly HashSet<string> _all = new(StringComparer.Ordinal);

    public NodeHandover(IReadOnlyList<NodeFacts> order)
    {
        _nodes = order.ToDictionary(node => node.Index);
        foreach (var node in order)
        {
            _taken[node.Index] = [.. Producers(node).Concat(Deciding(node)).Distinct()];
            _all.UnionWith(_taken[node.Index]);
        }
    }

    public IReadOnlyList<string> TakenBy(NodeFacts node) => _taken[node.Index];

    public bool IsTaken(string node) => _all.Contains(node);

    /// <summary>Every node with work that ends before this one starts, directly or not.</summary>
    public IReadOnlyCollection<int> Ancestors(NodeFacts node)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>(node.Before);
        while (open.TryPop(out var index))
        {
            if (!found.Add(index)) continue;
            foreach (var before in _nodes[index].Before) open.Push(before);
        }

        return found;
    }

    IEnumerable<string> Producers(NodeFacts node)
    {
        if (node.Node.ConsumedResults.Count == 0) return [];
        return Ancestors(node).Order().Select(index => _nodes[index].Node).Where(other => other.ProducedResults.Intersect(node.Node.ConsumedResults).Any()).Select(other => other.Name);
    }

    IEnumerable<string> Deciding(NodeFacts node) =>
        node.IsPlain && node.Starts.All(start => Succeeding(start.Rule) == node.Before.Count) ? [] : node.Before.Select(index => _nodes[index].Node.Name);

    static int Succeeding(CiRule rule) => rule is CiRule.All all ? all.Rules.Count : 1;
}
