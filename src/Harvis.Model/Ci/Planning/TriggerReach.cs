using Harvis.Model.Triggers;

namespace Harvis.Model.Ci.Planning;

/// <summary>What runs where one trigger is met, and which of that nothing but a trigger between targets brought in.</summary>
sealed class TriggerReach
{
    readonly NodeRelations _relations;
    readonly HashSet<int> _nodes = [];
    readonly HashSet<int> _wanted = [];

    TriggerReach(NodeRelations relations, Trigger trigger) => (_relations, Trigger) = (relations, trigger);

    public Trigger Trigger { get; }

    public IReadOnlySet<int> Nodes => _nodes;

    /// <param name="relations">The graph.</param>
    /// <param name="trigger">What is met.</param>
    /// <param name="roots">The nodes that it asks for.</param>
    /// <param name="cut">Whether a node has been run before, elsewhere.</param>
    public static TriggerReach Of(NodeRelations relations, Trigger trigger, IReadOnlyList<int> roots, Func<int, bool> cut)
    {
        var reach = new TriggerReach(relations, trigger);
        reach.Reach(roots, cut);
        reach.FindWanted(roots);
        return reach;
    }

    /// <summary>Whether the node runs only if what triggers it fires.</summary>
    public bool IsOnlyTriggered(int index) => _nodes.Contains(index) && !_wanted.Contains(index);

    void Reach(IReadOnlyList<int> roots, Func<int, bool> cut)
    {
        var open = new Stack<int>(roots);
        while (open.TryPop(out var index))
        {
            if (cut(index) || !_nodes.Add(index)) continue;
            foreach (var next in _relations.Needs(index)) open.Push(next);
            foreach (var next in _relations.Indexes(_relations.Graph.Nodes[index].Triggers)) open.Push(next);
        }
    }

    // What was asked for, what something depends on, and the items of what is either.
    void FindWanted(IReadOnlyList<int> roots)
    {
        _wanted.UnionWith(roots);
        foreach (var index in _nodes) _wanted.UnionWith(_relations.Indexes(_relations.Graph.Nodes[index].DependsOn));
        foreach (var index in _nodes.Where(_wanted.Contains).ToList()) _wanted.UnionWith(_relations.Indexes(_relations.Graph.Nodes[index].Joins));
    }
}
