using Harvis.Engine.Running;
using Harvis.Model.Targets;

namespace Harvis.Engine.Handovers;

/// <summary>What the jobs before this one handed over, and what follows from it for a node: pure.</summary>
/// <param name="records">The records.</param>
/// <param name="expected">The nodes whose records must be there.</param>
/// <param name="isTriggered">Whether only what triggers them brought this job's nodes in.</param>
sealed class HandedOver(IReadOnlyList<HandoverRecord> records, IReadOnlyCollection<string> expected, bool isTriggered)
{
    readonly Dictionary<string, HandoverRecord> _records = records.ToDictionary(record => record.Node, StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing, as everywhere but on CI.</summary>
    public static HandedOver Nothing { get; } = new([], [], isTriggered: false);

    public IReadOnlyList<HandoverRecord> Records => records;

    /// <summary>How the node ends without running, because of what other jobs did; null if it runs.</summary>
    /// <param name="node">The node.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="isHere">Whether a node is one of this job's: then the scheduler sees to it.</param>
    public (NodeOutcome Outcome, string Reason)? Verdict(TargetNode node, TargetGraph graph, Func<string, bool> isHere)
    {
        if (records.Count + expected.Count == 0 || node.AssuredAfterFailure) return null;
        foreach (var need in Working(graph, node.DependsOn.Concat(node.Joins)).Where(need => !isHere(need.Name)))
        {
            if (_records.GetValueOrDefault(need.Name) is { } record && !record.Satisfies) return (NodeOutcome.Blocked, $"\"{need.Name}\" {Word(record.Outcome)} in an earlier job");
            if (IsMissing(need)) return (NodeOutcome.Blocked, $"\"{need.Name}\" left no record in an earlier job");
        }

        return isTriggered ? NotTriggered(node, graph) : null;
    }

    (NodeOutcome Outcome, string Reason)? NotTriggered(TargetNode node, TargetGraph graph)
    {
        var triggers = graph.Nodes.Where(other => other.Triggers.Any(name => Is(name, node))).ToList();
        var known = triggers.Where(trigger => Working(graph, [trigger.Name]).Any(part => _records.ContainsKey(part.Name) || IsMissing(part))).ToList();
        if (known.Count == 0 || known.Exists(trigger => Fires(trigger, graph))) return null;
        var wasSkipped = known.TrueForAll(trigger => Working(graph, [trigger.Name]).All(part => _records.GetValueOrDefault(part.Name)?.Outcome == NodeOutcome.Skipped));
        return wasSkipped
            ? (NodeOutcome.Skipped, $"\"{known[0].Name}\", which triggers it, was skipped")
            : (NodeOutcome.Blocked, $"\"{known[0].Name}\", which triggers it, didn't succeed");
    }

    bool Fires(TargetNode trigger, TargetGraph graph)
    {
        var parts = Working(graph, [trigger.Name]).Select(part => _records.GetValueOrDefault(part.Name)).ToList();
        if (parts.TrueForAll(part => part is { Satisfies: true }) && parts.Exists(part => part!.Outcome != NodeOutcome.Skipped)) return true;
        return trigger.ProceedAfterFailure && parts.Exists(part => part?.Outcome == NodeOutcome.Failed);
    }

    bool IsMissing(TargetNode node) => expected.Contains(node.Name, StringComparer.OrdinalIgnoreCase) && !_records.ContainsKey(node.Name);

    // What only stands for others is seen through; what is assured and does nothing always succeeded.
    static IEnumerable<TargetNode> Working(TargetGraph graph, IEnumerable<string> names)
    {
        foreach (var node in names.Select(graph.Find).OfType<TargetNode>())
        {
            if (node.HasWork) yield return node;
            else if (node.Joins.Count > 0 || !node.AssuredAfterFailure)
                foreach (var inner in Working(graph, node.DependsOn.Concat(node.Joins))) yield return inner;
        }
    }

    static bool Is(string name, TargetNode node) =>
        string.Equals(name, node.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, node.Target, StringComparison.OrdinalIgnoreCase);

    static string Word(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.Failed => "failed",
        NodeOutcome.Cancelled => "was cancelled",
        _ => "didn't run",
    };
}
