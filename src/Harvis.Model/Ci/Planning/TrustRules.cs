using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Model.Ci.Planning;

/// <summary>What code that nobody has approved may do, and what must be passed before an environment is changed.</summary>
static class TrustRules
{
    static readonly Permission[] Publishing =
        [Permission.WriteCode, Permission.WriteDeployments, Permission.WritePackages, Permission.IdentityToken, Permission.WriteAttestations];

    public static IEnumerable<Diagnostic> Check(IReadOnlyList<NodeFacts> order, NodeHandover handover)
    {
        foreach (var node in order.Where(node => node.Starts.Any(start => start.Trigger is Trigger.PullRequestChange)))
        {
            if (TrustedOnly(node.Node) is { Length: > 0 } what) yield return Publishes(node.Node, what);
        }

        var gates = order.Where(node => node.Node.IsGate).ToList();
        foreach (var node in order.Where(node => node.Node.Environment is not null && !node.Node.IsGate))
        {
            var before = handover.Ancestors(node);
            foreach (var gate in gates.Where(gate => IsMissed(node, gate, before))) yield return Ungated(node.Node, gate.Node);
        }
    }

    // For each event that both run for, the gate must have been passed, not only have ended.
    static bool IsMissed(NodeFacts node, NodeFacts gate, IReadOnlyCollection<int> before) =>
        node.Starts.Any(start => gate.Starts.Any(other => TriggerText.Of(other.Trigger) == TriggerText.Of(start.Trigger)))
        && (!before.Contains(gate.Index) || node.Node.AssuredAfterFailure);

    static string TrustedOnly(TargetNode node)
    {
        if (node.Environment is { } environment) return $"changes environment \"{environment.Name}\"";
        if (node.Permissions.Intersect(Publishing).ToList() is { Count: > 0 } permissions) return $"may {string.Join(", ", permissions)}";
        return node.Secrets.Count > 0 ? $"gets the secrets {string.Join(", ", node.Secrets)}" : "";
    }

    static Diagnostic Publishes(TargetNode node, string what) => new(
        CiDiagnostics.PullRequestPublishes,
        $"\"{node.Name}\" runs for pull requests and {what}: whoever opens one could use that.",
        "Take Trigger.PullRequest from the targets that need it, or split what pull requests need into a target of its own.") { Location = node.Location };

    static Diagnostic Ungated(TargetNode node, TargetNode gate) => new(
        CiDiagnostics.Ungated,
        $"\"{node.Name}\" changes environment \"{node.Environment!.Name}\" without \"{gate.Name}\", a gate, having been passed.",
        $"Add DependsOn({gate.Target}) to \"{node.Target}\" or to what it depends on, and leave out AssuredAfterFailure().") { Location = node.Location };
}
