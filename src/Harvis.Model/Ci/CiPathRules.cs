using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>Paths that triggers filter by must exist: a renamed folder would otherwise start nothing, silently.</summary>
public static class CiPathRules
{
    /// <summary>What is wrong, in declaration order.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="files">Every file that Git tracks, relative to the repository's root, with forward slashes.</param>
    public static IReadOnlyList<Diagnostic> Check(TargetGraph graph, IReadOnlyCollection<string> files)
    {
        var known = new Dictionary<NamePattern, bool>();
        return [.. graph.Targets.SelectMany(node => node.On.SelectMany(Paths).Distinct().Where(path => !Exists(path)).Select(path => Missing(node, path, files)))];

        bool Exists(NamePattern path)
        {
            if (!known.TryGetValue(path, out var exists)) known[path] = exists = files.Any(path.Matches);
            return exists;
        }
    }

    static IReadOnlyList<NamePattern> Paths(Trigger trigger) => trigger switch
    {
        Trigger.BranchPush push => push.Paths,
        Trigger.PullRequestChange change => change.Paths,
        _ => [],
    };

    static Diagnostic Missing(TargetNode node, NamePattern path, IReadOnlyCollection<string> files) => new(
        CiDiagnostics.PathWithoutFiles,
        $"\"{node.Name}\" is started by changes of \"{path}\", and no file in Git matches that.",
        $"{NearestName.Hint(path.Text.TrimEnd('*').TrimEnd('/'), Folders(files))} Correct the path.".Trim()) { Location = node.Location };

    static IEnumerable<string> Folders(IReadOnlyCollection<string> files) =>
        files.SelectMany(file => file.Select((c, i) => c == '/' ? file[..i] : null)).OfType<string>().Distinct();
}
