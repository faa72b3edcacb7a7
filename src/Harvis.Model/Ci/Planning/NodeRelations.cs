using Harvis.Model.Targets;

namespace Harvis.Model.Ci.Planning;

/// <summary>What each node waits for, by index in the graph, with relations said from the other side turned round.</summary>
sealed class NodeRelations
{
    readonly List<int>[] _triggeredBy;
    readonly List<int>[] _follows;

    public NodeRelations(TargetGraph graph)
    {
        Graph = graph;
        (_triggeredBy, _follows) = (Lists(), Lists());
        for (var index = 0; index < graph.Nodes.Count; index++) Add(index, graph.Nodes[index]);

        List<int>[] Lists() => [.. graph.Nodes.Select(_ => new List<int>())];
    }

    public TargetGraph Graph { get; }

    /// <summary>What must have succeeded: what it depends on, and what it joins.</summary>
    public IEnumerable<int> Needs(int index) => Indexes(Graph.Nodes[index].DependsOn.Concat(Graph.Nodes[index].Joins));

    /// <summary>What it is triggered by.</summary>
    public IReadOnlyList<int> TriggeredBy(int index) => _triggeredBy[index];

    /// <summary>What must have ended, where both run: what it comes after and what triggers it.</summary>
    public IReadOnlyList<int> Follows(int index) => _follows[index];

    public IEnumerable<int> Indexes(IEnumerable<string> names) => names.Select(Graph.IndexOf).Where(index => index >= 0);

    void Add(int index, TargetNode node)
    {
        foreach (var before in Indexes(node.After)) AddOnce(_follows[index], WithItems(before));
        foreach (var after in Indexes(node.Before).SelectMany(WithItems)) AddOnce(_follows[after], WithItems(index));
        foreach (var triggered in Indexes(node.Triggers).SelectMany(WithItems))
        {
            AddOnce(_follows[triggered], [index]);
            AddOnce(_triggeredBy[triggered], [index]);
        }
    }

    // What holds for a target that is declared for each of several items holds for every item.
    IEnumerable<int> WithItems(int index) => Indexes(Graph.Nodes[index].Joins).Append(index);

    static void AddOnce(List<int> list, IEnumerable<int> indexes)
    {
        foreach (var index in indexes.Where(index => !list.Contains(index))) list.Add(index);
    }
}
