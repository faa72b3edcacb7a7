using Harvis.Conformance.Tests.Equivalence.Cases;
using Harvis.Conformance.Tests.Equivalence.Local;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>Holds what a system ran against what the engine ran.</summary>
static class Comparison
{
    /// <summary>
    /// The same nodes ran and ended the same. Whatever the engine keeps in order, the system does; it keeps no order that the engine doesn't
    /// when all pipelines are one: what a job needs is written once for all events, so an event that runs less may keep some order more.
    /// </summary>
    public static void Check(GraphCase graphCase, NodeRuns local, NodeRuns other, string system)
    {
        if (IsSame(local.Succeeded, other.Succeeded) && local.Order.IsSubsetOf(other.Order) && other.Order.IsSubsetOf(LocalRun.WholeOrder(graphCase.Graph))) return;
        throw new ShouldAssertException($"{system} runs something else than the engine.\n{graphCase}\n--- engine:\n{local}\n--- {system}:\n{other}\n");
    }

    static bool IsSame(IReadOnlyDictionary<string, bool> left, IReadOnlyDictionary<string, bool> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var succeeded) && succeeded == pair.Value);
}
