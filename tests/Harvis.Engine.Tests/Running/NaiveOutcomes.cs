using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Engine.Tests.Running;

/// <summary>How each node of an undisturbed run must end, written from the documented rules: nodes in plan order, one look at each.</summary>
static class NaiveOutcomes
{
    /// <param name="plan">The plan.</param>
    /// <param name="script">How each node ends if it runs.</param>
    /// <param name="runs">Gets the nodes that run.</param>
    public static IReadOnlyList<NodeOutcome> Of(Plan plan, Func<PlannedNode, NodeOutcome> script, out IReadOnlySet<int> runs) =>
        Of(plan, (node, _) => script(node), out runs);

    /// <param name="plan">The plan.</param>
    /// <param name="script">How each node ends if it runs, by how those before it in the plan ended.</param>
    /// <param name="runs">Gets the nodes that run.</param>
    public static IReadOnlyList<NodeOutcome> Of(Plan plan, Func<PlannedNode, IReadOnlyList<NodeOutcome>, NodeOutcome> script, out IReadOnlySet<int> runs)
    {
        var outcomes = new List<NodeOutcome>();
        var ran = new HashSet<int>();
        runs = ran;
        foreach (var node in plan.Nodes) outcomes.Add(Of(node));
        return outcomes;

        NodeOutcome Of(PlannedNode node)
        {
            if (node.SkipReason is not null) return NodeOutcome.Skipped;
            var needs = node.Needs.Select(need => outcomes[need]).ToList();
            if (!node.Node.AssuredAfterFailure)
            {
                if (!needs.All(IsGood)) return NodeOutcome.Blocked;
                if (node.TriggeredBy.Count > 0 && !node.TriggeredBy.Any(trigger => Fires(plan, outcomes, trigger)))
                    return node.TriggeredBy.All(trigger => outcomes[trigger] == NodeOutcome.Skipped) ? NodeOutcome.Skipped : NodeOutcome.Blocked;
            }

            if (node.Node.Joins.Count > 0) return Join(needs);
            ran.Add(node.Index);
            return script(node, outcomes);
        }
    }

    /// <summary>Whether what a node triggers runs.</summary>
    public static bool Fires(Plan plan, IReadOnlyList<NodeOutcome> outcomes, int trigger)
    {
        if (outcomes[trigger] is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed) return true;
        return plan.Nodes[trigger].Node.ProceedAfterFailure && HasFailed(plan.Nodes[trigger]);

        // A target that is declared for each of several has failed when one of them has.
        bool HasFailed(PlannedNode node) =>
            outcomes[node.Index] == NodeOutcome.Failed || (node.Node.Joins.Count > 0 && node.Needs.Any(item => outcomes[item] == NodeOutcome.Failed));
    }

    /// <summary>Whether what depends on it may run.</summary>
    public static bool IsGood(NodeOutcome outcome) => outcome is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed or NodeOutcome.Skipped;

    static NodeOutcome Join(IReadOnlyList<NodeOutcome> items)
    {
        if (!items.All(IsGood)) return NodeOutcome.Blocked;
        if (items.Contains(NodeOutcome.Succeeded)) return NodeOutcome.Succeeded;
        var kinds = items.Where(item => item != NodeOutcome.Skipped).Distinct().ToList();
        return kinds.Count switch { 0 => NodeOutcome.Skipped, 1 => kinds[0], _ => NodeOutcome.Unchanged };
    }
}
