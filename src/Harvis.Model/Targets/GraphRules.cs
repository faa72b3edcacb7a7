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

    static IEnumerable<Diagnostic> CheckNode(TargetGraph graph, TargetNode node, IReadOnlyList<string> targetNames) =>
    [
        .. UnknownReferences(graph, node, targetNames),
        .. node.Uses.Where(use => use.Count < 1 || use.Count > use.Resource.Capacity).Select(use => TooMuch(node, use)),
        .. node.Consumes.Where(consumed => graph.Find(consumed.From) is { } from && ProducesNothing(graph, from)).Select(consumed => NothingFrom(node, consumed.From)),
        .. node.Outputs.Count > 0 && node.Inputs is null ? [OutputsWithoutInputs(node)] : Array.Empty<Diagnostic>(),
    ];

    static IEnumerable<Diagnostic> UnknownReferences(TargetGraph graph, TargetNode node, IReadOnlyList<string> targetNames)
    {
        IEnumerable<(string Relation, string Name)> references =
        [
            .. node.DependsOn.Select(name => ("depends on", name)),
            .. node.After.Select(name => ("comes after", name)),
            .. node.Before.Select(name => ("comes before", name)),
            .. node.Triggers.Select(name => ("triggers", name)),
            .. node.Consumes.Select(consumed => ("consumes files of", consumed.From)),
        ];
        return references
            .Where(reference => graph.Find(reference.Name) is null)
            .Select(reference => new Diagnostic(
                DiagnosticCodes.UnknownReference,
                $"Target \"{node.Name}\" {reference.Relation} \"{reference.Name}\", which is not declared.",
                $"{NearestName.Hint(reference.Name, targetNames)} Targets: {string.Join(", ", targetNames)}.".Trim()) { Location = node.Location });
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
