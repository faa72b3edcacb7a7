using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Planning;

public sealed partial class PlannerProperties
{
    const int Samples = 1_000;

    [Fact]
    public void Plan_AnyGraph_HoldsWhatTheRulesSay() => Any.Build().Sample(
        build =>
        {
            var (plan, naive) = (Planner.Plan(build.Graph, build.Request), new NaivePlan(build.Graph, build.Request));
            plan.Nodes.Select(node => node.Node.Name).ShouldBe(naive.Planned, ignoreOrder: true);
            foreach (var node in plan.Nodes)
            {
                var name = node.Node.Name;
                (node.SkipReason is not null).ShouldBe(naive.IsSkipped(name), name);
                if (naive.OwnReason(name) is { } reason) node.SkipReason.ShouldBe(reason, name);
                else if (node.SkipReason is { } other) other.ShouldStartWith("not needed");
                Names(plan, node.Needs).ShouldBe(naive.Needs(name), ignoreOrder: true, name);
                if (node.SkipReason is null) Names(plan, node.TriggeredBy).ShouldBe(naive.IsOnlyTriggered(name) ? naive.TriggeredBy(name) : [], ignoreOrder: true, name);
            }
        },
        iter: Samples);

    [Fact]
    public void Plan_AnyGraph_WaitsForWhatComesBefore() => Any.Build().Sample(
        build =>
        {
            var (plan, naive) = (Planner.Plan(build.Graph, build.Request), new NaivePlan(build.Graph, build.Request));
            foreach (var node in plan.Nodes)
            {
                node.Needs.Concat(node.Follows).ShouldAllBe(before => before < node.Index);
                AllBefore(plan, node).ShouldBe(naive.AllBefore(node.Node.Name), ignoreOrder: true, node.Node.Name);
            }
        },
        iter: Samples);

    [Fact]
    public void Plan_AnyGraph_IsTheSameTwiceAndNumberedInOrder() => Any.Build(cycles: true).Sample(
        build =>
        {
            var (first, second) = (Planner.Plan(build.Graph, build.Request), Planner.Plan(new TargetGraph([.. build.Graph.Nodes]), build.Request));
            first.Nodes.Select(node => node.Index).ShouldBe(Enumerable.Range(0, first.Nodes.Count));
            first.Nodes.Select(Text).ShouldBe(second.Nodes.Select(Text));
            first.Diagnostics.ShouldBe(second.Diagnostics);
        },
        iter: Samples);

    // What was asked for first comes first, each after what it waits for; of what a node waits for, the one that was declared first comes first.
    [Fact]
    public void Plan_AnyGraph_OrdersByWhatWasAskedAndThenByDeclaration() => Any.Build().Sample(
        build =>
        {
            var expected = new NaivePlan(build.Graph, build.Request).OrderOfAsked();
            Planner.Plan(build.Graph, build.Request).Nodes.Take(expected.Count).Select(node => node.Node.Name).ShouldBe(expected);
        },
        iter: Samples);

    [Fact]
    public void Plan_AnyGraph_IsRefusedIfAndOnlyIfItsNodesWaitForEachOther() => Any.Build(cycles: true).Sample(
        build =>
        {
            var (plan, naive) = (Planner.Plan(build.Graph, build.Request), new NaivePlan(build.Graph, build.Request));
            var refusal = plan.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            (refusal is not null).ShouldBe(naive.HasCycle());
            if (refusal is null) return;
            refusal.Code.ShouldBe(DiagnosticCodes.Cycle);
            plan.Nodes.ShouldBeEmpty();
            ShouldBeACycle(refusal.Message, build.Graph, naive);
        },
        iter: Samples);

    [Fact]
    public void Plan_CycleAmongOtherTargets_IsAWarning() => Any.Build(cycles: true).Sample(
        build =>
        {
            var (plan, naive) = (Planner.Plan(build.Graph, build.Request), new NaivePlan(build.Graph, build.Request));
            if (naive.HasCycle()) return;
            var others = new PlanRequest { Targets = [.. build.Graph.Nodes.Select(node => node.Name).Where(name => !naive.Planned.Contains(name))] };
            var naiveOthers = new NaivePlan(build.Graph, others);
            plan.Diagnostics.Count.ShouldBe(naiveOthers.HasCycle() ? 1 : 0);
            plan.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Code == DiagnosticCodes.Cycle);
            foreach (var warning in plan.Diagnostics) ShouldBeACycle(warning.Message, build.Graph, naiveOthers);
        },
        iter: Samples);

    static void ShouldBeACycle(string message, TargetGraph graph, NaivePlan naive)
    {
        var names = Quoted().Matches(message).Select(match => match.Groups[1].Value).ToList();
        var relations = Quoted().Split(message).Where((_, i) => i % 2 == 0).Skip(1).Select(text => text.Trim()).ToList();
        names[0].ShouldBe(names[^1]);
        names.Take(names.Count - 1).ShouldBeUnique();
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (waiting, other) = (graph.Find(names[i])!, graph.Find(names[i + 1])!);
            var holds = relations[i] switch
            {
                "depends on" => naive.Needs(waiting.Name).Contains(other.Name),
                "comes after" => NaivePlan.IsNamedBy(waiting.After, other),
                "comes after (by Before)" => NaivePlan.IsNamedBy(naive.BeforeOf(other), waiting),
                "is triggered by" => naive.TriggeredBy(waiting.Name).Contains(other.Name),
                _ => false,
            };
            holds.ShouldBeTrue($"{waiting} {relations[i]} {other}: {message}");
        }
    }

    static HashSet<string> AllBefore(Plan plan, PlannedNode node)
    {
        var all = new HashSet<string>();
        var found = new Queue<int>(node.Needs.Concat(node.Follows));
        while (found.TryDequeue(out var index))
        {
            var before = plan.Nodes[index];
            if (!all.Add(before.Node.Name)) continue;
            foreach (var other in before.Needs.Concat(before.Follows)) found.Enqueue(other);
        }

        return all;
    }

    static IEnumerable<string> Names(Plan plan, IReadOnlyList<int> indexes) => indexes.Select(index => plan.Nodes[index].Node.Name);

    static string Text(PlannedNode node) =>
        $"{node.Node.Name} needs {string.Join(' ', node.Needs)} follows {string.Join(' ', node.Follows)} triggered by {string.Join(' ', node.TriggeredBy)} {node.SkipReason}";

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
