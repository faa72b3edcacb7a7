using Harvis.Model.Diagnostics;

namespace Harvis.Model.Targets;

/// <summary>Finds what can't work in a graph, except cycles: those matter only where a plan meets them.</summary>
public static class GraphRules
{
    /// <summary>All that is wrong, in declaration order.</summary>
    public static IReadOnlyList<Diagnostic> Check(TargetGraph graph)
    {
        var targetNames = graph.Targets.Select(target => target.Name).ToList();
        return [.. Duplicates(graph), .. graph.Nodes.SelectMany(node => CheckNode(graph, node, targetNames))];
    }

    static IEnumerable<Diagnostic> Duplicates(TargetGraph graph)
    {
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            if (graph.IndexOf(node.Name) == i) continue;
            yield return new Diagnostic(
                DiagnosticCodes.DuplicateName,
                $"There are two targets or items named \"{node.Name}\" (case doesn't count).",
                "Rename one of them.") { Location = node.Location };
        }
    }

    static IReadOnlyList<Diagnostic> CheckNode(TargetGraph graph, TargetNode node, IReadOnlyList<string> targetNames) =>
    [
        .. UnknownReferences(graph, node, targetNames),
        .. node.Uses.Where(use => use.Count < 1 || use.Count > use.Resource.Capacity).Select(use => TooMuch(node, use)),
        .. node.Consumes.Where(consumed => graph.Find(consumed.From) is { } from && ProducesNothing(graph, from)).Select(consumed => NothingFrom(node, consumed.From)),
        .. node.Outputs.Count > 0 && node.Inputs is null ? [OutputsWithoutInputs(node)] : Array.Empty<Diagnostic>(),
    ];

    static IEnumerable<Diagnostic> UnknownReferences(TargetGraph graph, TargetNode node, IReadOnlyList<string> targetNames)
    {
        foreach (var name in node.DependsOn.Where(IsUnknown)) yield return Unknown("depends on", name);
        foreach (var name in node.After.Where(IsUnknown)) yield return Unknown("comes after", name);
        foreach (var name in node.Before.Where(IsUnknown)) yield return Unknown("comes before", name);
        foreach (var name in node.Triggers.Where(IsUnknown)) yield return Unknown("triggers", name);
        foreach (var consumed in node.Consumes.Where(consumed => IsUnknown(consumed.From))) yield return Unknown("consumes files of", consumed.From);

        bool IsUnknown(string name) => graph.Find(name) is null;

        Diagnostic Unknown(string relation, string name) => new(
            DiagnosticCodes.UnknownReference,
            $"Target \"{node.Name}\" {relation} \"{name}\", which is not declared.",
            $"{NearestName.Hint(name, targetNames)} Targets: {string.Join(", ", targetNames)}.".Trim()) { Location = node.Location };
    }

    // A target that is declared for each of several items produces what its items do.
    static bool ProducesNothing(TargetGraph graph, TargetNode node) =>
        node.Produces.Count == 0 && !node.Joins.Any(item => graph.Find(item) is { Produces.Count: > 0 });

    static Diagnostic TooMuch(TargetNode node, ResourceUse use) => new(
        DiagnosticCodes.ResourceTooSmall,
        $"Target \"{node.Name}\" uses {use.Count} of resource \"{use.Resource.Name}\", of which there are {use.Resource.Capacity}.",
        $"Use 1 to {use.Resource.Capacity}, or raise the resource's capacity.") { Location = node.Location };

    static Diagnostic NothingFrom(TargetNode node, string producer) => new(
        DiagnosticCodes.NothingProduced,
        $"Target \"{node.Name}\" consumes files of \"{producer}\", which produces none.",
        $"Add Produces(…) to \"{producer}\" or remove Consumes(…).") { Location = node.Location };

    static Diagnostic OutputsWithoutInputs(TargetNode node) => new(
        DiagnosticCodes.OutputsWithoutInputs,
        $"Target \"{node.Name}\" has Outputs but no Inputs, so nobody can say when they are out of date.",
        "Add Inputs(…), or use Produces(…) for files that are only handed on.") { Location = node.Location };
}
