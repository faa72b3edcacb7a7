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
        var steps = nodes.Select((node, i) => $"\"{node.Name}\" {Relation(node, nodes[(i + 1) % nodes.Count])}");
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

    static string Relation(TargetNode waiting, TargetNode other)
    {
        if (Names(waiting.DependsOn, other) || Names(waiting.Joins, other)) return "depends on";
        if (Names(waiting.After, other)) return "comes after";
        return Names(other.Before, waiting) ? "comes after (by Before)" : "is triggered by";
    }

    static bool Names(IReadOnlyList<string> names, TargetNode node) => names.Contains(node.Name, StringComparer.OrdinalIgnoreCase);
}
