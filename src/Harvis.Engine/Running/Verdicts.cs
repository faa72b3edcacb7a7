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

        if (node.TriggeredBy.Count > 0 && !node.TriggeredBy.Any(trigger => Fires(results[trigger]!, results)))
            return NotTriggered(node, [.. node.TriggeredBy.Select(trigger => results[trigger]!)]);
        return stopped ? End(node, NodeOutcome.Cancelled, "the run was cancelled") : null;
    }

    /// <summary>How a node without work ends: a join as its items did together.</summary>
    public static NodeOutcome OfJoin(PlannedNode node, NodeResult?[] results)
    {
        if (node.Node.Joins.Count == 0 || node.Needs.Count == 0) return NodeOutcome.Succeeded;
        var outcomes = node.Needs.Select(need => results[need]!.Outcome).Distinct().ToList();
        if (outcomes.Exists(outcome => outcome is NodeOutcome.Failed or NodeOutcome.Blocked or NodeOutcome.Cancelled)) return NodeOutcome.Blocked;
        if (outcomes.Contains(NodeOutcome.WouldRun)) return NodeOutcome.WouldRun;
        if (outcomes.Contains(NodeOutcome.Succeeded)) return NodeOutcome.Succeeded;
        if (outcomes.Count > 1) outcomes.Remove(NodeOutcome.Skipped);
        return outcomes.Count == 1 ? outcomes[0] : NodeOutcome.Unchanged;
    }

    /// <summary>Whether what this one triggers runs.</summary>
    public static bool Fires(NodeResult trigger, NodeResult?[] results) =>
        (trigger.Satisfies && trigger.Outcome != NodeOutcome.Skipped) || (trigger.Node.Node.ProceedAfterFailure && HasFailed(trigger, results));

    // A target that is declared for each of several items has failed when one of them has.
    static bool HasFailed(NodeResult result, NodeResult?[] results) =>
        result.Outcome == NodeOutcome.Failed || (result.Node.Node.Joins.Count > 0 && result.Node.Needs.Any(item => results[item]!.Outcome == NodeOutcome.Failed));

    NodeResult Because(PlannedNode node, NodeResult need) => need.Outcome switch
    {
        NodeOutcome.Cancelled => End(node, NodeOutcome.Cancelled, "the run was cancelled"),
        NodeOutcome.Failed => End(node, NodeOutcome.Blocked, $"\"{plan.Nodes[need.Node.Index].Node.Name}\" failed"),
        _ => End(node, NodeOutcome.Blocked, need.Reason.Length > 0 ? need.Reason : $"\"{need.Node}\" didn't succeed"),
    };

    // Of several triggers the worst decides, in whatever order they are declared.
    static NodeResult NotTriggered(PlannedNode node, IReadOnlyList<NodeResult> triggers)
    {
        if (triggers.Any(trigger => trigger.Outcome == NodeOutcome.Cancelled)) return End(node, NodeOutcome.Cancelled, "the run was cancelled");
        return triggers.FirstOrDefault(trigger => trigger.Outcome != NodeOutcome.Skipped) is { } failed
            ? End(node, NodeOutcome.Blocked, $"\"{failed.Node}\", which triggers it, didn't succeed")
            : End(node, NodeOutcome.Skipped, $"\"{triggers[0].Node}\", which triggers it, was skipped");
    }

    static NodeResult End(PlannedNode node, NodeOutcome outcome, string reason) => new() { Node = node, Outcome = outcome, Reason = reason };
}
