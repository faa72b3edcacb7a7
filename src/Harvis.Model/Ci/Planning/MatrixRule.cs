namespace Harvis.Model.Ci.Planning;

/// <summary>
/// Whether the items of a target can be the legs of one job: only where nothing tells them apart, neither what they wait for nor who waits
/// for them. A leg's own successor would otherwise wait for, or fail with, the other legs.
/// </summary>
static class MatrixRule
{
    /// <param name="legs">The items of one target that run.</param>
    /// <param name="all">Every node with work, by index.</param>
    public static bool CanShare(IReadOnlyList<NodeFacts> legs, IReadOnlyDictionary<int, NodeFacts> all)
    {
        if (legs.Count < 2 || legs.Any(leg => !IsLike(leg, legs[0]))) return false;
        var (indexes, names) = (legs.Select(leg => leg.Index).ToHashSet(), legs.Select(leg => leg.Node.Name).ToHashSet(StringComparer.Ordinal));
        return all.Values.All(node => indexes.Contains(node.Index)
            ? !node.Before.Any(indexes.Contains)
            : IsNoneOrAll(node.Before.Count(indexes.Contains), indexes.Count) && node.Starts.All(start => TreatsAlike(start.Rule, names)));
    }

    static bool IsLike(NodeFacts leg, NodeFacts first) =>
        leg.Place == first.Place && leg.Before.SequenceEqual(first.Before) && leg.Node.Timeout == first.Node.Timeout
        && leg.Starts.Select(start => start.Text).SequenceEqual(first.Starts.Select(start => start.Text))
        && leg.Node.Extensions.SequenceEqual(first.Node.Extensions);

    // A job succeeds if all legs do, and fails if one does: no rule may ask anything else.
    static bool TreatsAlike(CiRule rule, IReadOnlySet<string> legs) => rule switch
    {
        CiRule.Succeeded succeeded => !legs.Contains(succeeded.Job),
        CiRule.Failed failed => !legs.Contains(failed.Job),
        CiRule.All all => IsNoneOrAll(all.Rules.Count(inner => inner is CiRule.Succeeded leg && legs.Contains(leg.Job)), legs.Count)
            && all.Rules.Where(inner => inner is not CiRule.Succeeded).All(inner => TreatsAlike(inner, legs)),
        CiRule.Any any => IsNoneOrAll(any.Rules.Count(inner => inner is CiRule.Failed leg && legs.Contains(leg.Job)), legs.Count)
            && any.Rules.Where(inner => inner is not CiRule.Failed).All(inner => TreatsAlike(inner, legs)),
        _ => true,
    };

    static bool IsNoneOrAll(int count, int all) => count == 0 || count == all;
}
