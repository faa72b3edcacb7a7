using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Files that must have changed: https://docs.gitlab.com/ci/yaml/#ruleschanges.</summary>
/// <param name="Paths">Globs as Ruby's <c>File.fnmatch?</c> reads them, at most 50; see <see cref="Conditions.GitLabGlob"/>.</param>
public sealed record GitLabChanges(IReadOnlyList<string> Paths)
{
    /// <summary>What to compare with: a branch, tag or commit; null for what the event says.</summary>
    public string? CompareTo { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(("paths", YamlList.Of(Paths)), ("compare_to", SyntaxNode.Text(CompareTo)));
}
