using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>Decides, when all that a node waits for has ended, whether it runs: pure.</summary>
sealed class Verdicts(Plan plan)
{
    /// <summary>How the node ends without running, or null if it runs.</summary>
    public NodeResult? Before(PlannedNode node, NodeResult?[] results, bool stopped)
    {
        if (node.SkipReason is { } skipped) return End(node, NodeOutcome.Skipped, skipped);
        if (node.Node.AssuredAfterFailure) return null;
        foreach (var need in node.Needs)
        {
            if (!results[need]!.Satisfies) return Because(node, results[need]!);
        }

        if (node.TriggeredBy.Count > 0 && !node.TriggeredBy.Any(trigger => Fires(results[trigger]!)))
            return NotTriggered(node, results[node.TriggeredBy[0]]!);
        return stopped ? End(node, NodeOutcome.Cancelled, "the run was cancelled") : null;
    }

    /// <summary>How a node without work ends: a join as its items did together.</summary>
    public static NodeOutcome OfJoin(PlannedNode node, NodeResult?[] results)
    {
        if (node.Node.Joins.Count == 0 || node.Needs.Count == 0) return NodeOutcome.Succeeded;
        var outcomes = node.Needs.Select(need => results[need]!.Outcome).Distinct().ToList();
        if (outcomes.Exists(outcome => outcome is NodeOutcome.Failed or NodeOutcome.Blocked or NodeOutcome.Cancelled)) return NodeOutcome.Blocked;
        return outcomes.Count == 1 ? outcomes[0] : NodeOutcome.Succeeded;
    }

    static bool Fires(NodeResult trigger) =>
        (trigger.Satisfies && trigger.Outcome != NodeOutcome.Skipped) || (trigger.Outcome == NodeOutcome.Failed && trigger.Node.Node.ProceedAfterFailure);

    NodeResult Because(PlannedNode node, NodeResult need) => need.Outcome switch
    {
        NodeOutcome.Cancelled => End(node, NodeOutcome.Cancelled, "the run was cancelled"),
        NodeOutcome.Failed => End(node, NodeOutcome.Blocked, $"\"{plan.Nodes[need.Node.Index].Node.Name}\" failed"),
        _ => End(node, NodeOutcome.Blocked, need.Reason.Length > 0 ? need.Reason : $"\"{need.Node}\" didn't succeed"),
    };

    static NodeResult NotTriggered(PlannedNode node, NodeResult trigger) => trigger.Outcome switch
    {
        NodeOutcome.Cancelled => End(node, NodeOutcome.Cancelled, "the run was cancelled"),
        NodeOutcome.Skipped => End(node, NodeOutcome.Skipped, $"\"{trigger.Node}\", which triggers it, was skipped"),
        _ => End(node, NodeOutcome.Blocked, $"\"{trigger.Node}\", which triggers it, didn't succeed"),
    };

    static NodeResult End(PlannedNode node, NodeOutcome outcome, string reason) => new() { Node = node, Outcome = outcome, Reason = reason };
}
