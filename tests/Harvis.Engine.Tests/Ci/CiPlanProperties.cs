using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Planning;
using Harvis.Engine.Tests.Running;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Harvis.Model.Versions;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Ci;

/// <summary>For random graphs, events and failures, the jobs of a CI plan run the targets that the engine runs, in an order that respects the engine's.</summary>
public sealed class CiPlanProperties
{
    static readonly Trigger[] Triggers = [Trigger.Push("main"), Trigger.Push("main", "release/*"), Trigger.Tag("v*"), Trigger.PullRequest("main"), Trigger.Manual];

    static readonly CiEvent[] Events =
    [
        new CiEvent.Push { Ref = GitRef.OfBranch("main") },
        new CiEvent.Push { Ref = GitRef.OfBranch("release/1") },
        new CiEvent.TagPush { Ref = GitRef.OfTag("v1.0.0") },
        new CiEvent.PullRequest("main") { Ref = GitRef.Parse("refs/pull/1/merge") },
        new CiEvent.Manual(new Dictionary<string, string>()) { Ref = GitRef.OfBranch("main") },
    ];

    static readonly Gen<Case> AnyCase =
        from graph in Any.Graph(cycles: false)
        from starts in Gen.Int[0, Triggers.Length * 3].Array[1, 3].Array[graph.Nodes.Count]
        from idle in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))).Array[graph.Nodes.Count]
        from fails in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))).Array[graph.Nodes.Count]
        from happened in Gen.Int[0, Events.Length - 1]
        select new Case(Prepared(graph, starts, idle), fails, Events[happened]);

    [Fact]
    public void Jobs_AnyGraphEventAndFailures_RunWhatTheEngineRuns() => AnyCase.Sample(
        one =>
        {
            var planning = CiPlanner.Plan(one.Graph, new CiPlanRequest { Name = "any" });
            if (planning.Plan.Jobs.Count == 0) return planning.Diagnostics.ShouldHaveSingleItem().Code == CiDiagnostics.NoTrigger;
            var asked = one.Graph.Nodes.Where(node => node.Item is null && node.On.Any(trigger => trigger.Matches(one.Happened))).Select(node => node.Name).ToList();
            var (plan, ran) = Engine(one, asked);
            var jobs = Ci(one, planning.Plan);
            jobs.ShouldBe(ran, ignoreOrder: true);
            return IsOrdered(planning.Plan, plan, ran);
        },
        iter: 2000);

    static (Plan? Plan, IReadOnlyList<string> Ran) Engine(Case one, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0) return (null, []);
        var plan = Planner.Plan(one.Graph, new PlanRequest { Targets = asked });
        NaiveOutcomes.Of(plan, node => node.Node.HasWork && one.Fails(node.Node.Name) ? NodeOutcome.Failed : NodeOutcome.Succeeded, out var runs);
        return (plan, [.. runs.Select(index => plan.Nodes[index].Node).Where(node => node.HasWork).Select(node => node.Name)]);
    }

    static List<string> Ci(Case one, CiPlan plan)
    {
        var outcomes = new Dictionary<string, CiOutcome>();
        var ran = new List<string>();
        foreach (var job in plan.Jobs)
        {
            var runs = job.Activations.Any(activation => activation.Triggers.Any(trigger => trigger.Matches(one.Happened)) && activation.Rule.Holds(other => outcomes.GetValueOrDefault(other, CiOutcome.Skipped)));
            outcomes[job.Id] = !runs ? CiOutcome.Skipped : job.Nodes.Any(one.Fails) ? CiOutcome.Failed : CiOutcome.Succeeded;
            if (runs) ran.AddRange(job.Nodes);
        }

        return ran;
    }

    // Whoever the engine makes wait for another is in a job that waits for the other's.
    static bool IsOrdered(CiPlan ci, Plan? plan, IReadOnlyList<string> ran)
    {
        var jobOf = ci.Jobs.SelectMany(job => job.Nodes.Select(node => (node, job))).ToDictionary(pair => pair.node, pair => pair.job);
        var earlier = new Dictionary<string, HashSet<string>>();
        foreach (var job in ci.Jobs) earlier[job.Id] = [.. job.Needs, .. job.Needs.SelectMany(need => earlier[need])];
        return plan is null || plan.Nodes.Where(node => ran.Contains(node.Node.Name)).All(node => Before(plan, node).Where(ran.Contains)
            .All(before => earlier[jobOf[node.Node.Name].Id].Contains(jobOf[before].Id)));
    }

    static IEnumerable<string> Before(Plan plan, PlannedNode node) => node.Needs.Concat(node.Follows).Select(index => plan.Nodes[index])
        .SelectMany(before => before.Node.HasWork ? [before.Node.Name] : Before(plan, before));

    static TargetGraph Prepared(TargetGraph graph, int[][] starts, bool[] idle) => new([.. graph.Nodes.Select((node, index) => node with
    {
        Conditions = [],
        Stage = null,
        HasWork = node.Joins.Count == 0 && (node.Item is not null || !idle[index]),
        On = node.Item is null ? TriggerText.Distinct(starts[index].Where(pick => pick < Triggers.Length).Select(pick => Triggers[pick])) : [],
    })]);

    sealed record Case(TargetGraph Graph, bool[] Failing, CiEvent Happened)
    {
        public bool Fails(string node) => Failing[Graph.IndexOf(node)];

        public override string ToString() =>
            $"{Happened.GetType().Name} {Happened.Ref}\n" + new RandomBuild(Graph, new PlanRequest { Targets = [] })
            + $"\non {string.Join("; ", Graph.Nodes.Where(node => node.On.Count > 0).Select(node => $"{node.Name}: {string.Join(", ", node.On.Select(TriggerText.Of))}"))}"
            + $"\nidle {string.Join(' ', Graph.Nodes.Where(node => !node.HasWork).Select(node => node.Name))}\nfails {string.Join(' ', Graph.Nodes.Where((_, index) => Failing[index]).Select(node => node.Name))}";
    }
}
