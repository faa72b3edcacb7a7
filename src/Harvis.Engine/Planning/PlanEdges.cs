using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>Which selected nodes each selected node waits for, by index in the graph; null where it waits for none.</summary>
sealed class PlanEdges
{
    readonly TargetGraph _graph;
    readonly Selection _selection;

    PlanEdges(TargetGraph graph, Selection selection)
    {
        (_graph, _selection) = (graph, selection);
        var count = graph.Nodes.Count;
        (Needs, Follows, TriggeredBy) = (new List<int>?[count], new List<int>?[count], new List<int>?[count]);
    }

    /// <summary>What must have succeeded.</summary>
    public List<int>?[] Needs { get; }

    /// <summary>What must have ended, triggers included.</summary>
    public List<int>?[] Follows { get; }

    /// <summary>What triggers it.</summary>
    public List<int>?[] TriggeredBy { get; }

    public static PlanEdges Between(TargetGraph graph, Selection selection)
    {
        var edges = new PlanEdges(graph, selection);
        for (var index = 0; index < graph.Nodes.Count; index++)
        {
            if (selection.Contains(index)) edges.AddNode(index, graph.Nodes[index]);
        }

        return edges;
    }

    void AddNode(int index, TargetNode node)
    {
        foreach (var name in node.DependsOn) Add(Needs, index, _graph.IndexOf(name));
        foreach (var name in node.Joins) Add(Needs, index, _graph.IndexOf(name));
        foreach (var name in node.After) AddAfter(index, _graph.IndexOf(name));
        foreach (var name in node.Before) AddToAll(Follows, name, index);
        if (node.Item is not null) AddBeforeOfTarget(index, _graph.IndexOf(node.Target));
        foreach (var name in node.Triggers)
        {
            AddToAll(Follows, name, index);
            AddToAll(TriggeredBy, name, index);
        }
    }

    // Where only some items of a target run, what comes after the target comes after those.
    void AddAfter(int index, int target)
    {
        if (target < 0) return;
        Add(Follows, index, target);
        if (_selection.Contains(target)) return;
        foreach (var item in _graph.Nodes[target].Joins) Add(Follows, index, _graph.IndexOf(item));
    }

    void AddBeforeOfTarget(int item, int target)
    {
        if (target < 0 || _selection.Contains(target)) return;
        foreach (var name in _graph.Nodes[target].Before) AddToAll(Follows, name, item);
    }

    // What holds for a target that is declared for each of several items holds for every item.
    void AddToAll(List<int>?[] edges, string name, int before)
    {
        var target = _graph.IndexOf(name);
        if (target < 0) return;
        foreach (var item in _graph.Nodes[target].Joins) AddIfSelected(edges, _graph.IndexOf(item), before);
        AddIfSelected(edges, target, before);
    }

    void AddIfSelected(List<int>?[] edges, int index, int before)
    {
        if (_selection.Contains(index)) Add(edges, index, before);
    }

    void Add(List<int>?[] edges, int index, int before)
    {
        if (before < 0 || !_selection.Contains(before)) return;
        var list = edges[index] ??= [];
        if (list.Count < 8 ? !list.Contains(before) : list[^1] != before) list.Add(before);
    }
}
