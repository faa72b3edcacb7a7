using Harvis.Engine.Planning;
using Harvis.Model.Targets;

namespace Harvis.Engine.Tests.Planning;

/// <summary>
/// What a plan must hold, written from the documented rules with sets and fixpoints, without any thought of speed.
/// </summary>
sealed class NaivePlan
{
    readonly TargetGraph _graph;
    readonly PlanRequest _request;
    readonly HashSet<string> _asked;
    readonly HashSet<string> _needed = [];

    public NaivePlan(TargetGraph graph, PlanRequest request)
    {
        (_graph, _request) = (graph, request);
        _asked = [.. request.Targets];
        if (request.Only) _needed.UnionWith(_asked.Concat(_asked.SelectMany(name => Find(name).Joins)));
        else FindNeeded();
        Planned = [.. _needed];
        if (!request.Only) FindWhatOnlySkippedNodesNeed();
    }

    /// <summary>All nodes of the plan.</summary>
    public HashSet<string> Planned { get; }

    /// <summary>The nodes that won't run.</summary>
    public bool IsSkipped(string name) => IsSkippedItself(name) || !_needed.Contains(name);

    /// <summary>Why a node itself is skipped.</summary>
    public string? OwnReason(string name)
    {
        var node = Find(name);
        if (_request.Skip is { } skip && (skip.Contains(name) || skip.Contains(node.Target))) return "--skip";
        if (_request.Skip is [] && !_asked.Contains(name) && !(node.Item is not null && _asked.Contains(node.Target))) return "--skip";
        return node.Conditions.FirstOrDefault(condition => condition.Holds == false) is { } condition ? $"only when {condition.Why}" : null;
    }

    /// <summary>What must have succeeded before.</summary>
    public IReadOnlySet<string> Needs(string name) => Dependencies(name).Where(Planned.Contains).ToHashSet();

    /// <summary>What must have ended before: what holds for a target holds for each of its items.</summary>
    public IReadOnlySet<string> Follows(string name) => Planned
        .Where(other => IsNamedBy(Find(name).After, Find(other)) || IsNamedBy(BeforeOf(Find(other)), Find(name)) || IsNamedBy(Find(other).Triggers, Find(name)))
        .ToHashSet();

    /// <summary>What triggers it.</summary>
    public IReadOnlySet<string> TriggeredBy(string name) => Planned.Where(other => IsNamedBy(Find(other).Triggers, Find(name))).ToHashSet();

    /// <summary>Whether nothing but a trigger brought it in: nobody asked for it, and nothing that runs needs it.</summary>
    public bool IsOnlyTriggered(string name)
    {
        var node = Find(name);
        if (!_needed.Contains(name) || _asked.Contains(name)) return false;
        if (_needed.Where(NeedsItsDependencies).Any(other => Find(other).DependsOn.Contains(name))) return false;
        return node.Item is null || !_needed.Contains(node.Target) || !NeedsItsDependencies(node.Target) || IsOnlyTriggered(node.Target);
    }

    /// <summary>The order: each asked target after all that it waits for, those by declaration; then what was triggered.</summary>
    public IReadOnlyList<string> OrderOfAsked()
    {
        var order = new List<string>();
        foreach (var name in _request.Targets) Place(name, order);
        return order;
    }

    /// <summary>Whether nodes of the plan wait for each other.</summary>
    public bool HasCycle()
    {
        var (open, done) = (new HashSet<string>(), new HashSet<string>());
        return Planned.Any(Meets);

        bool Meets(string name)
        {
            if (done.Contains(name)) return false;
            if (!open.Add(name)) return true;
            var met = WaitsFor(name).Any(Meets);
            open.Remove(name);
            done.Add(name);
            return met;
        }
    }

    public IEnumerable<string> WaitsFor(string name) => Needs(name).Union(Follows(name));

    /// <summary>All that ends before a node starts.</summary>
    public IReadOnlySet<string> AllBefore(string name)
    {
        var all = new HashSet<string>();
        var found = new Queue<string>(WaitsFor(name));
        while (found.TryDequeue(out var before))
        {
            if (!all.Add(before)) continue;
            foreach (var other in WaitsFor(before)) found.Enqueue(other);
        }

        return all;
    }

    void Place(string name, List<string> order)
    {
        if (order.Contains(name)) return;
        foreach (var before in WaitsFor(name).OrderBy(_graph.IndexOf)) Place(before, order);
        order.Add(name);
    }

    void FindNeeded()
    {
        var found = new Queue<string>(_asked);
        while (found.TryDequeue(out var name))
        {
            if (!_needed.Add(name)) continue;
            IEnumerable<string> next = NeedsItsDependencies(name) ? Dependencies(name) : [];
            IEnumerable<string> triggered = IsSkippedItself(name) ? [] : Find(name).Triggers;
            foreach (var other in next.Concat(triggered)) found.Enqueue(other);
        }
    }

    void FindWhatOnlySkippedNodesNeed()
    {
        var found = new Queue<string>(_needed.Where(IsSkippedItself).SelectMany(Dependencies));
        while (found.TryDequeue(out var name))
        {
            if (!Planned.Add(name)) continue;
            foreach (var other in Dependencies(name)) found.Enqueue(other);
        }
    }

    bool NeedsItsDependencies(string name) =>
        !IsSkippedItself(name) || (Find(name).WhenSkipped == DependencyBehavior.Execute && Find(name).Conditions.Any(condition => condition.Holds == false));

    bool IsSkippedItself(string name) => OwnReason(name) is not null;

    IEnumerable<string> Dependencies(string name) => Find(name).DependsOn.Concat(Find(name).Joins);

    /// <summary>What a node comes before. Where only some items of a target run, its own Before holds for them.</summary>
    public IReadOnlyList<string> BeforeOf(TargetNode node) =>
        node.Item is not null && !Planned.Contains(node.Target) ? [.. node.Before, .. Find(node.Target).Before] : node.Before;

    /// <summary>Whether names mean a node: what is said of a target is said of its items.</summary>
    public static bool IsNamedBy(IReadOnlyList<string> names, TargetNode node) => names.Contains(node.Name) || names.Contains(node.Target);

    TargetNode Find(string name) => _graph.Find(name)!;
}
