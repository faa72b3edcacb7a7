using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Model.Ci.Planning;

/// <summary>Nobody takes what isn't there yet: files and results come from nodes that ended before, in the same pipeline.</summary>
static class HandoverRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<NodeFacts> order, NodeHandover handover, TargetGraph graph)
    {
        foreach (var node in order.Where(node => node.Node.Consumes.Count + node.Node.ConsumedResults.Count > 0))
        {
            var before = handover.Ancestors(node).Select(index => graph.Nodes[index]).ToList();
            var names = before.Select(other => other.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var consumed in node.Node.Consumes.Where(consumed => !names.IsSupersetOf(Producers(graph, consumed.From))))
                yield return NotBefore(node.Node, $"files of \"{consumed.From}\"", consumed.From);
            foreach (var result in node.Node.ConsumedResults.Where(result => !before.Any(other => other.ProducedResults.Contains(result))))
                yield return NotBefore(node.Node, $"the result \"{result}\"", ProducerOf(graph, result));
        }
    }

    static IEnumerable<string> Producers(TargetGraph graph, string name) => graph.Find(name) is { Joins: { Count: > 0 } items } ? items : [name];

    static string ProducerOf(TargetGraph graph, string result) =>
        graph.Nodes.FirstOrDefault(node => node.HasWork && node.ProducedResults.Contains(result))?.Target ?? "a target that produces it";

    static Diagnostic NotBefore(TargetNode node, string what, string producer) => new(
        CiDiagnostics.NotBefore,
        $"On CI, \"{node.Name}\" takes {what} without coming after \"{producer}\" in the same pipeline: it may start before they are there.",
        $"Add DependsOn({producer}) to \"{node.Target}\".") { Location = node.Location };
}
