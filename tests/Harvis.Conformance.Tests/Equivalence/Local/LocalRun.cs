using Harvis.Engine.Handovers;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Conformance.Tests.Equivalence.Local;

/// <summary>What the engine runs on one machine when it is asked for the targets whose triggers an event meets.</summary>
static class LocalRun
{
    public static NodeRuns Of(TargetGraph graph, CiEvent happened, Func<string, bool> succeeds)
    {
        var asked = graph.Targets.Where(target => target.On.Any(trigger => trigger.Matches(happened))).Select(target => target.Name).ToList();
        var plan = Planner.Plan(graph, new PlanRequest { Targets = asked });
        var results = EngineRun.Of(graph, plan, HandedOver.Nothing, succeeds);
        var ran = results.Where(result => result.Node.Node.HasWork && result.Outcome is (NodeOutcome.Succeeded or NodeOutcome.Failed)).ToList();
        var before = Before(plan);
        return new NodeRuns(
            ran.ToDictionary(result => result.Node.Node.Name, result => result.Outcome == NodeOutcome.Succeeded),
            ran.SelectMany(after => ran.Where(other => before[after.Node.Index].Contains(other.Node.Index)).Select(other => (other.Node.Node.Name, after.Node.Node.Name))).ToHashSet());
    }

    /// <summary>The order of all nodes when every target with a trigger is asked for at once.</summary>
    public static IReadOnlySet<(string Before, string After)> WholeOrder(TargetGraph graph)
    {
        var plan = Planner.Plan(graph, new PlanRequest { Targets = [.. graph.Targets.Where(target => target.On.Count > 0).Select(target => target.Name)] });
        var before = Before(plan);
        return plan.Nodes.SelectMany(after => before[after.Index].Select(index => (plan.Nodes[index].Node.Name, after.Node.Name))).ToHashSet();
    }

    static HashSet<int>[] Before(Plan plan)
    {
        var before = new HashSet<int>[plan.Nodes.Count];
        foreach (var node in plan.Nodes)
        {
            var direct = node.Needs.Concat(node.Follows).ToList();
            before[node.Index] = [.. direct, .. direct.SelectMany(other => before[other])];
        }

        return before;
    }
}
