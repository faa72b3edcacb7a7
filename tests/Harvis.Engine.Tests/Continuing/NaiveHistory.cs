using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Running;

namespace Harvis.Engine.Tests.Continuing;

/// <summary>
/// What becomes of each node of runs that continue each other, written from the documented rules: what was done with the same inputs isn't
/// done again, unless something that it depends on was done since; what is cached isn't done again either.
/// </summary>
sealed class NaiveHistory(World world)
{
    readonly HashSet<(string Name, string Key)> _cache = [];
    Dictionary<string, (string Key, int When)> _done = [];
    bool _hasUnfinished;
    int _now;

    public IReadOnlyList<NodeOutcome> Run(Plan plan, bool continues, out IReadOnlySet<string> ran)
    {
        if (!continues || !_hasUnfinished) _done = [];
        _now++;
        var (bodies, when) = (new HashSet<string>(), new Dictionary<int, int>());
        var outcomes = NaiveOutcomes.Of(plan, (node, before) => OutcomeOf(plan, node, before, bodies, when), out _);
        _hasUnfinished = !outcomes.All(NaiveOutcomes.IsGood);
        ran = bodies;
        return outcomes;
    }

    NodeOutcome OutcomeOf(Plan plan, PlannedNode node, IReadOnlyList<NodeOutcome> before, HashSet<string> bodies, Dictionary<int, int> when)
    {
        var (name, key) = (node.Node.Name, world.KeyOf(node.Node.Name));
        List<int> waited = [.. node.Needs, .. node.TriggeredBy.Where(trigger => NaiveOutcomes.Fires(plan, before, trigger))];
        var newest = waited.Select(When).DefaultIfEmpty().Max();
        if (node.Node.Conditions.Any(condition => condition.Holds is null) && world.Declines(name)) return At(NodeOutcome.Skipped, newest);

        var earlier = _done.TryGetValue(name, out var done) && done.Key == key ? done.When : (int?)null;
        var stands = earlier is { } then && newest <= then && waited.All(other => NaiveOutcomes.IsGood(before[other]));
        var isKept = world.IsCached(name) && _cache.Contains((name, key));
        if (stands && (isKept || !world.IsCached(name))) return At(NodeOutcome.Resumed, earlier!.Value);
        if (isKept)
        {
            _done[name] = (key, earlier ?? _now);
            return At(NodeOutcome.Unchanged, earlier ?? _now);
        }

        bodies.Add(name);
        _done.Remove(name);
        if (world.Fails(name)) return At(NodeOutcome.Failed, _now);
        _done[name] = (key, _now);
        if (world.IsCached(name)) _cache.Add((name, key));
        return At(NodeOutcome.Succeeded, _now);

        NodeOutcome At(NodeOutcome outcome, int time)
        {
            when[node.Index] = time;
            return outcome;
        }

        // What does nothing itself stands for what it waits for.
        int When(int index) => when.TryGetValue(index, out var time) ? time : plan.Nodes[index].Needs.Select(When).DefaultIfEmpty().Max();
    }
}
