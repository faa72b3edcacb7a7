using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>Which nodes a request reaches, and which of those are skipped and why.</summary>
sealed class Selection
{
    readonly TargetGraph _graph;
    readonly PlanRequest _request;
    readonly HashSet<int> _requested = [];
    readonly HashSet<string> _skipped;

    // Why a node is reached: the node that needs it. A node that only skipped nodes need isn't needed.
    readonly int[] _reachedFrom;
    readonly bool[] _reached;
    readonly bool[] _needed;
    readonly bool[] _byTriggerOnly;

    Selection(TargetGraph graph, PlanRequest request)
    {
        (_graph, _request) = (graph, request);
        _skipped = new HashSet<string>(request.Skip ?? [], StringComparer.OrdinalIgnoreCase);
        var count = graph.Nodes.Count;
        (_reachedFrom, _reached, _needed, _byTriggerOnly) = (new int[count], new bool[count], new bool[count], new bool[count]);
        Array.Fill(_reachedFrom, -1);
    }

    /// <summary>The requested nodes in the order asked, then those that were triggered, in the order found.</summary>
    public List<int> Roots { get; } = [];

    public static Selection Of(TargetGraph graph, PlanRequest request)
    {
        var selection = new Selection(graph, request);
        foreach (var name in request.Targets)
        {
            var index = graph.IndexOf(name);
            if (selection._requested.Add(index)) selection.Roots.Add(index);
        }

        if (request.Only) selection.ReachOnlyRequested();
        else selection.ReachAll();
        return selection;
    }

    public bool Contains(int index) => _reached[index];

    /// <summary>Whether nothing but a trigger brought the node in.</summary>
    public bool IsOnlyTriggered(int index) => _byTriggerOnly[index];

    public string? SkipReason(int index)
    {
        if (OwnSkipReason(index) is { } own) return own;
        if (_needed[index]) return null;
        var from = _reachedFrom[index];
        return from < 0 ? "not needed" : $"not needed: \"{_graph.Nodes[from].Name}\" is skipped";
    }

    string? OwnSkipReason(int index)
    {
        var node = _graph.Nodes[index];
        if (_skipped.Contains(node.Name) || _skipped.Contains(node.Target)) return "--skip";
        if (_request.Skip is [] && !IsRequested(node, index)) return "--skip";
        foreach (var condition in node.Conditions)
        {
            if (condition.Holds == false) return $"only when {condition.Why}";
        }

        return null;
    }

    bool IsRequested(TargetNode node, int index) =>
        _requested.Contains(index) || (node.Item is not null && _requested.Contains(_graph.IndexOf(node.Target)));

    void ReachOnlyRequested()
    {
        foreach (var index in Roots)
        {
            _reached[index] = _needed[index] = true;
            foreach (var item in Indexes(_graph.Nodes[index].Joins)) _reached[item] = _needed[item] = true;
        }
    }

    void ReachAll()
    {
        Reach(Roots, needed: true);
        var triggering = Enumerable.Range(0, _graph.Nodes.Count).Where(index => _graph.Nodes[index].Triggers.Count > 0).ToList();
        while (triggering.RemoveAll(ReachTriggered) > 0)
        {
            // What was triggered may trigger more.
        }

        FindOnlyTriggered();
        ReachUnneeded();
    }

    bool ReachTriggered(int index)
    {
        if (!_needed[index] || OwnSkipReason(index) is not null) return false;
        foreach (var triggered in Indexes(_graph.Nodes[index].Triggers))
        {
            if (_needed[triggered]) continue;
            Roots.Add(triggered);
            _reachedFrom[triggered] = index;
            Reach([triggered], needed: true);
        }

        return true;
    }

    // What nobody asked for and nothing depends on came by a trigger; the items of a target came with it.
    void FindOnlyTriggered()
    {
        var dependedOn = new bool[_graph.Nodes.Count];
        foreach (var index in Needing())
        {
            foreach (var dependency in Indexes(_graph.Nodes[index].DependsOn)) dependedOn[dependency] = true;
        }

        foreach (var index in Needing())
        {
            if (!dependedOn[index] && !_requested.Contains(index)) continue;
            foreach (var item in Indexes(_graph.Nodes[index].Joins)) dependedOn[item] = true;
        }

        for (var index = 0; index < dependedOn.Length; index++)
            _byTriggerOnly[index] = _needed[index] && !dependedOn[index] && !_requested.Contains(index);
    }

    IEnumerable<int> Needing() => Enumerable.Range(0, _graph.Nodes.Count).Where(index => _needed[index] && NeedsDependencies(index));

    // Dependencies that only skipped nodes have stay in the plan, as skipped, so that people see why they don't run.
    void ReachUnneeded()
    {
        var skipped = Enumerable.Range(0, _graph.Nodes.Count).Where(index => _reached[index] && OwnSkipReason(index) is not null);
        foreach (var index in skipped.ToList())
        {
            foreach (var dependency in Dependencies(index).Where(dependency => !_reached[dependency]))
            {
                _reachedFrom[dependency] = index;
                Reach([dependency], needed: false);
            }
        }
    }

    void Reach(IEnumerable<int> start, bool needed)
    {
        var stack = new Stack<int>(start);
        while (stack.TryPop(out var index))
        {
            if (_reached[index] && (!needed || _needed[index])) continue;
            _reached[index] = true;
            _needed[index] |= needed;
            if (needed && !NeedsDependencies(index)) continue;
            foreach (var dependency in Dependencies(index))
            {
                if (_reached[dependency] && (!needed || _needed[dependency])) continue;
                if (_reachedFrom[dependency] < 0) _reachedFrom[dependency] = index;
                stack.Push(dependency);
            }
        }
    }

    bool NeedsDependencies(int index)
    {
        if (OwnSkipReason(index) is null) return true;
        var node = _graph.Nodes[index];
        var byCondition = node.Conditions.Any(condition => condition.Holds == false);
        return byCondition && node.WhenSkipped == DependencyBehavior.Execute;
    }

    IEnumerable<int> Dependencies(int index)
    {
        var node = _graph.Nodes[index];
        return node.Joins.Count == 0 ? Indexes(node.DependsOn) : Indexes(node.DependsOn).Concat(Indexes(node.Joins));
    }

    IEnumerable<int> Indexes(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var index = _graph.IndexOf(name);
            if (index >= 0) yield return index;
        }
    }
}
