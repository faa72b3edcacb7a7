using Harvis.Engine.Files;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>Holds nodes to what they declare to produce and consume, locally as on CI.</summary>
static class Promises
{
    /// <exception cref="DiagnosticException">Something that it takes isn't there.</exception>
    public static void CheckConsumed(TargetNode node, TargetGraph graph, string root)
    {
        foreach (var consumed in node.Consumes)
        {
            var globs = consumed.Globs.Count > 0 ? consumed.Globs : ProducedBy(graph, consumed.From);
            foreach (var glob in Missing(globs, root))
            {
                throw new DiagnosticException(new Diagnostic(
                    DiagnosticCodes.ResultMissing,
                    $"Target \"{node.Name}\" takes \"{glob}\" from \"{consumed.From}\", and no such file is there.",
                    $"Run \"{consumed.From}\" first, or leave out --only and --skip."));
            }
        }
    }

    // A target that is declared for each of several items produces what its items do.
    static IReadOnlyList<string> ProducedBy(TargetGraph graph, string name) =>
        graph.Find(name) is { } from ? [.. from.Produces.Concat(from.Joins.SelectMany(item => graph.Find(item)?.Produces ?? [])).Distinct(StringComparer.Ordinal)] : [];

    /// <exception cref="DiagnosticException">Something that it promised isn't there.</exception>
    public static void CheckProduced(TargetNode node, string root, ResultStore results)
    {
        foreach (var glob in Missing(node.Produces.Concat(node.Outputs), root))
            throw Broken(node, $"left no file that matches \"{glob}\"");
        if (node.ProducedResults.Count == 0) return;
        var published = results.Of(node.Name).Select(result => result.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var result in node.ProducedResults.Where(result => !published.Contains(result)))
            throw Broken(node, $"published no result \"{result}\"");
    }

    /// <summary>Whether the files that it promises are there.</summary>
    public static bool AreProduced(TargetNode node, string root) => !Missing(node.Produces, root).Any();

    // A glob that excludes promises nothing.
    static IEnumerable<string> Missing(IEnumerable<string> globs, string root) =>
        globs.Where(glob => !glob.StartsWith('!') && GlobFiles.Find(root, [glob]).Count == 0);

    static DiagnosticException Broken(TargetNode node, string what) => new(new Diagnostic(
        DiagnosticCodes.PromiseBroken,
        $"Target \"{node.Name}\" promised it, but {what}.",
        "Make its body do so, or correct Produces(…) or Outputs(…)."));
}
