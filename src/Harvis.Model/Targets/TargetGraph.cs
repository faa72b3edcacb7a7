namespace Harvis.Model.Targets;

/// <summary>The targets of a build as data: what depends on what, where it runs and when. Bodies are not in it.</summary>
/// <remarks>Nodes are in declaration order; the items of a target come before the node that joins them.</remarks>
public sealed class TargetGraph
{
    readonly Dictionary<string, int> _indexes;

    /// <summary>A graph of these nodes. Of two nodes with one name the first is found by it; <see cref="GraphRules"/> refuses the second.</summary>
    public TargetGraph(IReadOnlyList<TargetNode> nodes)
    {
        Nodes = nodes;
        _indexes = new Dictionary<string, int>(nodes.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < nodes.Count; i++) _indexes.TryAdd(nodes[i].Name, i);
    }

    /// <summary>All nodes, in declaration order.</summary>
    public IReadOnlyList<TargetNode> Nodes { get; }

    /// <summary>The targets that people ask for by name: every node that isn't one item of a target.</summary>
    public IEnumerable<TargetNode> Targets => Nodes.Where(node => node.Item is null);

    /// <summary>The index of the node with this name, ignoring case; -1 where there is none.</summary>
    public int IndexOf(string name) => _indexes.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The node with this name, ignoring case, or null.</summary>
    public TargetNode? Find(string name) => _indexes.TryGetValue(name, out var index) ? Nodes[index] : null;
}
