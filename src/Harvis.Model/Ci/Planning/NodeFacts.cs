using Harvis.Model.Targets;

namespace Harvis.Model.Ci.Planning;

/// <summary>Of one node with work: what it waits for and when it starts.</summary>
/// <param name="Index">Its index in the graph.</param>
/// <param name="Node">The node.</param>
/// <param name="Before">The nodes with work that end before it starts.</param>
/// <param name="Starts">When it starts, one for each trigger.</param>
sealed record NodeFacts(int Index, TargetNode Node, IReadOnlyList<int> Before, IReadOnlyList<NodeStart> Starts)
{
    /// <summary>Where it runs and what it may do: nodes in one job share it.</summary>
    public string Place { get; } = string.Join('|',
        Node.RunsOn?.Name,
        Node.Environment?.Name,
        Node.Stage?.Name,
        string.Join(',', Node.Permissions.Distinct().Order()),
        string.Join(',', Node.Secrets.Distinct().Order(StringComparer.Ordinal)),
        string.Join(',', Node.Services.Select(service => service.Name)),
        Node.NeedsHistory,
        string.Join(',', Starts.Select(start => TriggerText(start))));

    /// <summary>Whether it asks no more than that all it needs succeeded.</summary>
    public bool IsPlain => Starts.All(start => !start.IsTriggered && AllSucceeded(start.Rule));

    static bool AllSucceeded(CiRule rule) => rule is CiRule.Succeeded || (rule is CiRule.All all && all.Rules.All(inner => inner is CiRule.Succeeded));

    static string TriggerText(NodeStart start) => Triggers.TriggerText.Of(start.Trigger);
}
