using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>
/// A rule: the first of a job's whose conditions all hold decides how it is added to the pipeline; where none does, it isn't.
/// See https://docs.gitlab.com/ci/yaml/#rules.
/// </summary>
public sealed record GitLabRule
{
    /// <summary>What must hold, or null.</summary>
    public GitLabCondition? If { get; init; }

    /// <summary>The files that must have changed, or null.</summary>
    public GitLabChanges? Changes { get; init; }

    /// <summary>The files of which one must exist; empty for none.</summary>
    public IReadOnlyList<string> Exists { get; init; } = [];

    /// <summary>When the job starts; null for what the job says.</summary>
    public GitLabWhen? When { get; init; }

    /// <summary>How long it waits, with <see cref="GitLabWhen.Delayed"/>; null otherwise.</summary>
    public TimeSpan? StartIn { get; init; }

    /// <summary>Whether it may fail; null for what the job says.</summary>
    public GitLabAllowFailure? AllowFailure { get; init; }

    /// <summary>Variables that the job has where this rule decides: only their names and values count here.</summary>
    public IReadOnlyList<GitLabVariable> Variables { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("if", SyntaxNode.Text(If?.ToString())),
        ("changes", Changes?.ToYaml()),
        ("exists", SyntaxNode.Texts(Exists)),
        ("when", SyntaxNode.Text(When is { } when ? SyntaxNode.Word(when) : null)),
        ("start_in", SyntaxNode.Duration(StartIn)),
        ("allow_failure", AllowFailure?.ToYaml()),
        ("variables", SyntaxNode.Map(Variables.Select(variable => (variable.Name, (YamlNode?)(variable.IsExpanded ? variable.Value : variable.Value.Replace("$", "$$", StringComparison.Ordinal)))))));
}
