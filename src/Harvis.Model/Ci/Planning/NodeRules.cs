namespace Harvis.Model.Ci.Planning;

/// <summary>When a node starts, as a rule over the nodes that do work; what only stands for others is seen through.</summary>
/// <param name="relations">The graph.</param>
/// <param name="reach">What runs.</param>
sealed class NodeRules(NodeRelations relations, TriggerReach reach)
{
    readonly Dictionary<int, CiRule> _successes = [];

    /// <summary>What must hold for a node to start.</summary>
    public CiRule Start(int index)
    {
        if (relations.Graph.Nodes[index].AssuredAfterFailure) return CiRule.Always;
        var needs = Present(relations.Needs(index)).Select(Success);
        return RuleAlgebra.All(IsTriggered(index) ? needs.Append(Trigger(index)) : needs);
    }

    /// <summary>Whether a node starts only if what triggers it fires; a trigger that does nothing itself and waits for nothing always does.</summary>
    public bool IsTriggered(int index) => reach.IsOnlyTriggered(index) && Trigger(index) is not CiRule.All { Rules.Count: 0 };

    CiRule Trigger(int index) => RuleAlgebra.Any(Present(relations.TriggeredBy(index)).Select(Fires));

    // What must hold for what depends on the node to go on.
    CiRule Success(int index)
    {
        var node = relations.Graph.Nodes[index];
        if (node.HasWork) return new CiRule.Succeeded(node.Name);
        if (_successes.TryGetValue(index, out var known)) return known;
        _successes[index] = CiRule.Unconditional; // a cycle ends here; it is refused elsewhere
        return _successes[index] = !node.AssuredAfterFailure ? Start(index) : RuleAlgebra.All(Present(relations.Indexes(node.Joins)).Select(Success));
    }

    // What must hold for what the node triggers to run.
    CiRule Fires(int index)
    {
        var node = relations.Graph.Nodes[index];
        return node.ProceedAfterFailure ? RuleAlgebra.Any([Success(index), Failure(index)]) : Success(index);
    }

    CiRule Failure(int index)
    {
        var node = relations.Graph.Nodes[index];
        return node.HasWork
            ? new CiRule.Failed(node.Name)
            : RuleAlgebra.Any(Present(relations.Indexes(node.Joins)).Select(item => (CiRule)new CiRule.Failed(relations.Graph.Nodes[item].Name)));
    }

    IEnumerable<int> Present(IEnumerable<int> indexes) => indexes.Where(reach.Nodes.Contains);
}
