using Harvis.Engine.Caching;
using Harvis.Engine.Files;
using Harvis.Engine.Records;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>Knows whether a node needn't run: because the run that is continued did it, or because the cache holds what it would leave.</summary>
sealed class NodeMemory(NodeKey keys, LocalCache cache, PreviousRun? previous, ResultStore results, string root)
{
    /// <summary>The node's key.</summary>
    public ValueTask<string> KeyAsync(TargetNode node, CancellationToken cancellationToken) => keys.OfAsync(node, cancellationToken);

    /// <summary>How the node ends without running, or null if it must run.</summary>
    public (NodeOutcome Outcome, string Reason)? Recall(TargetNode node, string key, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken)
    {
        var resumed = IsResumed(node, key, needs);
        if (node.Inputs is null && !resumed) return null;
        if (node.Inputs is not null)
        {
            if (cache.Restore(key, node.Outputs, cancellationToken) is not { } entry) return null;
            foreach (var (name, json) in entry.Results) results.Put(node.Name, name, json);
        }

        return resumed ? (NodeOutcome.Resumed, $"done in run {previous!.RunId}") : (NodeOutcome.Unchanged, "inputs unchanged");
    }

    /// <summary>Keeps what the node left, if it is cached.</summary>
    public void Keep(TargetNode node, string key, CancellationToken cancellationToken)
    {
        if (node.Inputs is not null) cache.Store(key, node.Outputs, results.Of(node.Name), cancellationToken);
    }

    // What depends on something that runs again must run again; what should have left files must have.
    bool IsResumed(TargetNode node, string key, IReadOnlyList<NodeResult> needs)
    {
        if (previous is null || !previous.Done.TryGetValue(node.Name, out var entry) || entry.Key != key) return false;
        if (needs.Any(need => need.Outcome is not (NodeOutcome.Resumed or NodeOutcome.Skipped or NodeOutcome.Unchanged))) return false;
        if (!node.Produces.All(glob => GlobFiles.Find(root, [glob]).Count > 0)) return false;
        foreach (var (name, json) in entry.Results) results.Put(node.Name, name, json);
        return true;
    }
}
