namespace Harvis.Conformance.Tests.Equivalence.Local;

/// <summary>What ran: the nodes whose bodies were started, how they ended, and which of them had ended before which.</summary>
/// <param name="Succeeded">For each node that ran, whether it succeeded.</param>
/// <param name="Order">Pairs of those nodes: the first had ended before the second could start.</param>
sealed record NodeRuns(IReadOnlyDictionary<string, bool> Succeeded, IReadOnlySet<(string Before, string After)> Order)
{
    public override string ToString() => string.Join('\n',
        Succeeded.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {(pair.Value ? "succeeded" : "failed")} after [{string.Join(", ", Order.Where(order => order.After == pair.Key).Select(order => order.Before).Order(StringComparer.Ordinal))}]"));
}
