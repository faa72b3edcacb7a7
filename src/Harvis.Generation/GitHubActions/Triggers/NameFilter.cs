using Harvis.Generation.Yaml;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>Which branches, tags or paths an event must have: those that match one of the patterns, or those that match none.</summary>
/// <param name="Patterns">The patterns in GitHub's own words, at least one.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet.</remarks>
public sealed record NameFilter(IReadOnlyList<string> Patterns)
{
    /// <summary>Whether it is the others that are meant.</summary>
    public bool IsIgnoring { get; init; }

    /// <summary>The same patterns in GitHub's words; all names for none.</summary>
    public static NameFilter Of(IReadOnlyList<NamePattern> patterns) => new(patterns.Count == 0 ? ["**"] : [.. patterns.Select(Words)]);

    internal static IEnumerable<(string Key, YamlNode? Value)> Entries(string key, NameFilter? filter) =>
        filter is null ? [] : [(filter.IsIgnoring ? $"{key}-ignore" : key, YamlList.Of(filter.Patterns))];

    // '+' repeats what stands before it; the other characters of a pattern stand for themselves.
    static string Words(NamePattern pattern) => pattern.Text.Replace("+", "\\+", StringComparison.Ordinal);
}
