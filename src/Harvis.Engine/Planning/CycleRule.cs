using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>A cycle is an error where a plan meets it, and a warning elsewhere: one broken target mustn't break every run.</summary>
static class CycleRule
{
    /// <summary>Says who waits for whom, and through what.</summary>
    public static Diagnostic Diagnostic(TargetGraph graph, IReadOnlyList<int> cycle, DiagnosticSeverity severity)
    {
        var nodes = cycle.Select(index => graph.Nodes[index]).ToList();
        var steps = nodes.Select((node, i) => $"\"{node.Name}\" {Relation(graph, node, nodes[(i + 1) % nodes.Count])}");
        return new Diagnostic(
            DiagnosticCodes.Cycle,
            $"Targets wait for each other: {string.Join(' ', steps)} \"{nodes[0].Name}\".",
            "Remove one of these relations.") { Severity = severity, Location = nodes[0].Location };
    }

    /// <summary>A warning for a cycle among the nodes that the plan doesn't have.</summary>
    public static IReadOnlyList<Diagnostic> WarnOutside(TargetGraph graph, Selection selection)
    {
        var outside = Enumerable.Range(0, graph.Nodes.Count).Where(index => !selection.Contains(index)).ToList();
        if (outside.Count == 0) return [];
        var all = Selection.Of(graph, new PlanRequest { Targets = [.. outside.Select(index => graph.Nodes[index].Name)] });
        var order = TopologicalOrder.Of(graph, all.Roots, PlanEdges.Between(graph, all));
        return order.Cycle is { } cycle ? [Diagnostic(graph, cycle, DiagnosticSeverity.Warning)] : [];
    }

    static string Relation(TargetGraph graph, TargetNode waiting, TargetNode other)
    {
        if (Has(waiting.DependsOn, other.Name) || Has(waiting.Joins, other.Name)) return "depends on";
        if (Means(waiting.After, other)) return "comes after";
        var ofTarget = other.Item is null ? [] : graph.Find(other.Target)?.Before ?? [];
        return Means(other.Before, waiting) || Means(ofTarget, waiting) ? "comes after (by Before)" : "is triggered by";
    }

    // What is said of a target holds for its items.
    static bool Means(IReadOnlyList<string> names, TargetNode node) => Has(names, node.Name) || Has(names, node.Target);

    static bool Has(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
