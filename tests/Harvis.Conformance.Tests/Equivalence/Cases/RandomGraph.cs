using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Conformance.Tests.Equivalence.Cases;

/// <summary>
/// Makes graphs as builds declare them: every relation that the DSL has, between whole targets and between items. Relations go from one
/// target to a later one, so there is no cycle; declared they are in any order.
/// </summary>
sealed class RandomGraph(Random random)
{
    static readonly RunnerNode[] Runners = [new("node1") { Host = "one", Tags = ["node1"] }, new("node2") { Host = "two", Tags = ["node2"] }];
    static readonly string[] ItemNames = ["a", "b", "c"];

    static readonly Trigger[] Triggers =
    [
        Trigger.Push("main"), Trigger.Push("main", "develop"), Trigger.Push("feature/**"), Trigger.Push(), Trigger.Tag("v*"), Trigger.PullRequest("main"),
        Trigger.PullRequest(), Trigger.Schedule("0 2 * * 0"), Trigger.Schedule("30 4 * * *"), Trigger.Manual, Trigger.Called,
    ];

    readonly List<IReadOnlyList<string>> _items = [];

    public TargetGraph Make(int count)
    {
        for (var i = 0; i < count; i++) _items.Add(Happens(0.4) ? [.. ItemNames.Take(Below(2) + 2)] : []);
        var targets = Enumerable.Range(0, count).Select(index => Target(index, isLast: index == count - 1)).ToArray();
#pragma warning disable CA5394 // chance for tests, not for keys
        random.Shuffle(targets);
#pragma warning restore CA5394
        return new TargetGraph([.. targets.SelectMany(nodes => nodes)]);
    }

    IReadOnlyList<TargetNode> Target(int index, bool isLast)
    {
        // What does nothing and triggers something leaves no record: whether it was part of the pipeline, no other job can tell.
        var hasWork = _items[index].Count > 0 || !Happens(0.15);
        var target = new TargetNode
        {
            Name = Name(index),
            Target = Name(index),
            DependsOn = Earlier(index, 0.35),
            After = Earlier(index, 0.15),
            Before = Later(index, 0.1),
            Triggers = hasWork ? Later(index, 0.12) : [],
            AssuredAfterFailure = Happens(0.15),
            ProceedAfterFailure = Happens(0.25),
            RunsOn = Runner(),
            On = isLast || Happens(0.3) ? [.. Enumerable.Range(0, 1 + Below(2)).Select(_ => Triggers[Below(Triggers.Length)]).Distinct()] : [],
            HasWork = hasWork,
        };
        return _items[index].Count == 0 ? [target] : WithItems(target, index);
    }

    // As the DSL does it: items hold what was declared before ForEach; what comes after or is triggered stays with the target.
    IReadOnlyList<TargetNode> WithItems(TargetNode target, int index)
    {
        var isOwnPlace = Happens(0.3);
        var items = _items[index].Select(item => target with
        {
            Name = $"{target.Name}:{item}",
            Item = item,
            Before = [],
            Triggers = [],
            DependsOn = [.. target.DependsOn, .. SameItems(index, item).Except(target.DependsOn)],
            RunsOn = isOwnPlace ? Runner() : target.RunsOn,
            HasWork = true,
        }).ToList();
        return [.. items, target with { Joins = [.. items.Select(item => item.Name)], DependsOn = [], HasWork = false }];
    }

    // Push:a waits for Build:a only.
    IEnumerable<string> SameItems(int index, string item) =>
        Enumerable.Range(0, index).Where(other => _items[other].Contains(item) && Happens(0.3)).Select(other => $"{Name(other)}:{item}");

    IReadOnlyList<string> Earlier(int index, double chance) =>
        [.. Enumerable.Range(0, index).Where(_ => Happens(chance)).Select(other => _items[other].Count > 0 && Happens(0.3) ? $"{Name(other)}:{_items[other][Below(_items[other].Count)]}" : Name(other))];

    IReadOnlyList<string> Later(int index, double chance) =>
        [.. Enumerable.Range(index + 1, _items.Count - index - 1).Where(_ => Happens(chance)).Select(Name)];

    RunnerNode? Runner() => Happens(0.7) ? null : Runners[Below(Runners.Length)];

    static string Name(int index) => $"T{index}";

#pragma warning disable CA5394 // chance for tests, not for keys
    bool Happens(double chance) => random.NextDouble() < chance;

    int Below(int limit) => random.Next(limit);
#pragma warning restore CA5394
}
