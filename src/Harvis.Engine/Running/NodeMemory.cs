using System.Text;
using Harvis.Engine.Caching;
using Harvis.Engine.Records;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>Knows whether a node needn't run: because the run that is continued did it, or because the cache holds what it would leave.</summary>
/// <param name="keys">Computes keys.</param>
/// <param name="cache">The cache.</param>
/// <param name="previous">The run that is continued, or null.</param>
/// <param name="results">Gets the typed results that are remembered.</param>
/// <param name="graph">Tells what nodes produce.</param>
/// <param name="root">The repository's root.</param>
/// <param name="dryRun">Whether nothing is to be changed: then outputs stay as they are.</param>
sealed class NodeMemory(NodeKey keys, LocalCache cache, PreviousRun? previous, ResultStore results, TargetGraph graph, string root, bool dryRun)
{
    /// <summary>In which of the runs that continue each other what runs now is done.</summary>
    public int Round { get; } = previous is null ? 0 : previous.Round + 1;

    /// <summary>The node's key.</summary>
    public ValueTask<string> KeyAsync(TargetNode node, CancellationToken cancellationToken) => keys.OfAsync(node, Consumed(node), cancellationToken);

    /// <summary>How the node ends without running, or null if it must run.</summary>
    public RememberedNode? Recall(TargetNode node, string key, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken)
    {
        var earlier = previous?.Done.GetValueOrDefault(node.Name) is { } entry && entry.Key == key ? entry : null;

        // What depends on something that ran again since must run again.
        var resumed = earlier is not null && needs.All(need => need.Satisfies && need.Round <= earlier.Round);
        if (node.Inputs is null && !resumed) return null;
        if (Left(node, key, earlier, cancellationToken) is not { } left) return null;
        foreach (var (name, json) in left) results.Put(node.Name, name, json);
        return resumed
            ? new RememberedNode(NodeOutcome.Resumed, $"done in run {previous!.RunId}", earlier!.Round)
            : new RememberedNode(NodeOutcome.Unchanged, "inputs unchanged", earlier?.Round ?? Round);
    }

    /// <summary>Keeps what the node left, if it is cached, and if its inputs are still those it was started with: nobody knows which ones it saw otherwise.</summary>
    public async ValueTask KeepAsync(TargetNode node, string key, CancellationToken cancellationToken)
    {
        if (node.Inputs is null || await KeyAsync(node, cancellationToken) != key) return;
        cache.Store(key, node.Outputs, results.Of(node.Name), cancellationToken);
    }

    // What it takes from others may change although what it names as its inputs doesn't.
    NodeInputs Consumed(TargetNode node)
    {
        var files = node.Consumes.SelectMany(consumed => consumed.Globs.Count > 0 ? consumed.Globs : graph.Find(consumed.From)?.Produces ?? []);
        var values = node.ConsumedResults.SelectMany(result => results.All(result).Select(one => $"{result} {one.Node} {Encoding.UTF8.GetString(one.Json.Span)}"));
        return new NodeInputs([.. files], [.. values], []);
    }

    // The typed results that the node left; null where not all that it left is there.
    IReadOnlyList<(string Name, byte[] Json)>? Left(TargetNode node, string key, JournalEntry? earlier, CancellationToken cancellationToken)
    {
        if (node.Inputs is null) return Promises.AreProduced(node, root) ? earlier!.Results : null;
        if (dryRun) return cache.Find(key)?.Results;
        return cache.Restore(key, node.Outputs, cancellationToken) is { } entry && Promises.AreProduced(node, root) ? entry.Results : null;
    }
}
