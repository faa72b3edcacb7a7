using Harvis.Engine.Handovers;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Targets;

namespace Harvis.Conformance.Tests.Equivalence.Local;

/// <summary>Runs a plan one node after another, as the scheduler decides for each, with bodies that succeed or fail as told.</summary>
static class EngineRun
{
    /// <summary>How each node ended.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="handedOver">What jobs before this one handed over.</param>
    /// <param name="succeeds">Whether a node's body succeeds.</param>
    public static NodeResult[] Of(TargetGraph graph, Plan plan, HandedOver handedOver, Func<string, bool> succeeds)
    {
        var verdicts = new Verdicts(plan);
        var here = plan.Nodes.Select(node => node.Node.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var results = new NodeResult[plan.Nodes.Count];
        foreach (var node in plan.Nodes) results[node.Index] = verdicts.Before(node, results, stopped: false) ?? ResultOf(node);
        return results;

        NodeResult ResultOf(PlannedNode node)
        {
            if (!node.Node.HasWork) return new NodeResult { Node = node, Outcome = Verdicts.OfJoin(node, results) };
            if (handedOver.Verdict(node.Node, graph, here.Contains) is { } verdict) return new NodeResult { Node = node, Outcome = verdict.Outcome, Reason = verdict.Reason };
            return new NodeResult { Node = node, Outcome = succeeds(node.Node.Name) ? NodeOutcome.Succeeded : NodeOutcome.Failed };
        }
    }
}
