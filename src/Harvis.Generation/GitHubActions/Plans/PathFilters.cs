using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Model.Diagnostics;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>The branches and paths of one event. A workflow has one list of each, and both must match: not every set of triggers is such a pair.</summary>
/// <param name="Branches">The branches.</param>
/// <param name="Paths">The paths; null for all.</param>
sealed record PathFilters(NameFilter Branches, NameFilter? Paths)
{
    /// <summary>The filters that mean what several triggers mean together.</summary>
    public static PathFilters Of(IReadOnlyList<(IReadOnlyList<NamePattern> Branches, IReadOnlyList<NamePattern> Paths)> triggers, Findings findings)
    {
        var samePaths = triggers.Select(trigger => Words(trigger.Paths)).Distinct().Count() == 1;
        var sameBranches = triggers.Select(trigger => Words(trigger.Branches)).Distinct().Count() == 1;
        if (!samePaths && !sameBranches) findings.Add(Differ(null));
        var paths = Union(triggers.Select(trigger => trigger.Paths));
        return new PathFilters(NameFilter.Of(Union(triggers.Select(trigger => trigger.Branches))), paths.Count == 0 ? null : NameFilter.Of(paths));
    }

    /// <summary>Patterns in words, to compare lists of them.</summary>
    public static string Words(IReadOnlyList<NamePattern> patterns) => string.Join('\n', patterns.Select(pattern => pattern.Text).Order(StringComparer.Ordinal));

    /// <summary>The diagnostic about different paths.</summary>
    public static Diagnostic Differ(string? job) => new(
        GitHubCodes.PathsDiffer,
        job is null
            ? "The workflow starts for some branches only where some paths changed, and for others where others did; GitHub has one list of paths for each event."
            : $"Job \"{job}\" runs only where some paths changed, and its workflow also starts where others did; GitHub's expressions don't know which paths changed.",
        "Give them the same paths, or put them in workflows of their own.");

    // No pattern at all means every name.
    static IReadOnlyList<NamePattern> Union(IEnumerable<IReadOnlyList<NamePattern>> lists)
    {
        var all = lists.ToList();
        return all.Exists(patterns => patterns.Count == 0) ? [] : [.. all.SelectMany(patterns => patterns).DistinctBy(pattern => pattern.Text)];
    }
}
