using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>
/// Makes the plan: a pure function of graph and request. Ties go by declaration; what was asked for first comes first.
/// Time and memory grow linearly with the nodes and edges that the request reaches.
/// </summary>
public static class Planner
{
    /// <summary>The plan, or what is wrong.</summary>
    public static Plan Plan(TargetGraph graph, PlanRequest request)
    {
        var unknown = Unknown(graph, request).ToList();
        if (unknown.Count > 0) return new Plan([], unknown);

        var selection = Selection.Of(graph, request);
        var edges = PlanEdges.Between(graph, selection);
        var order = TopologicalOrder.Of(graph, selection.Roots, edges);
        if (order.Cycle is { } cycle) return new Plan([], [CycleRule.Diagnostic(graph, cycle, DiagnosticSeverity.Error)]);

        return new Plan(Nodes(graph, selection, edges, order.Indexes), CycleRule.WarnOutside(graph, selection));
    }

    static PlannedNode[] Nodes(TargetGraph graph, Selection selection, PlanEdges edges, IReadOnlyList<int> order)
    {
        var places = new int[graph.Nodes.Count];
        for (var place = 0; place < order.Count; place++) places[order[place]] = place;

        var nodes = new PlannedNode[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var index = order[place];
            nodes[place] = new PlannedNode
            {
                Index = place,
                Node = graph.Nodes[index],
                Needs = Places(edges.Needs[index]),
                Follows = Places(edges.Follows[index]),
                TriggeredBy = selection.IsOnlyTriggered(index) ? Places(edges.TriggeredBy[index]) : [],
                SkipReason = selection.SkipReason(index),
            };
        }

        return nodes;

        IReadOnlyList<int> Places(IReadOnlyList<int>? indexes) => indexes is null or [] ? [] : [.. indexes.Select(index => places[index])];
    }

    static IEnumerable<Diagnostic> Unknown(TargetGraph graph, PlanRequest request)
    {
        if (request.Targets.Count == 0)
        {
            yield return new Diagnostic(
                DiagnosticCodes.NothingRequested,
                "No target was named, and the build has no default target.",
                $"Targets: {Listed(graph)}.");
        }

        foreach (var name in request.Targets.Concat(request.Skip ?? []).Where(name => graph.Find(name) is null))
        {
            yield return new Diagnostic(
                DiagnosticCodes.UnknownTarget,
                $"There is no target \"{name}\".",
                $"{NearestName.Hint(name, graph.Nodes.Select(node => node.Name))} Targets: {Listed(graph)}.".Trim());
        }
    }

    static string Listed(TargetGraph graph) => string.Join(", ", graph.Targets.Where(target => target.Listed).Select(target => target.Name));
}
