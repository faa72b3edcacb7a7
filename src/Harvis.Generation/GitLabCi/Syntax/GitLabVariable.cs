using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A variable of a pipeline or job; nothing secret: https://docs.gitlab.com/ci/yaml/#variables.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record GitLabVariable(string Name, string Value)
{
    /// <summary>What it means, for a person who starts the pipeline; only of a pipeline's variable, which is then asked for.</summary>
    public string? Description { get; init; }

    /// <summary>What can be chosen, the value among it; empty for any text.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether <c>$NAME</c> in the value stands for other variables. The default is false: the value is what it says.</summary>
    public bool IsExpanded { get; init; }

    internal YamlNode ToYaml() => Description is null && Options.Count == 0 && (IsExpanded || !Value.Contains('$', StringComparison.Ordinal))
        ? new YamlText(Value)
        : YamlMap.Of(
            ("value", Value),
            ("description", SyntaxNode.Text(Description)),
            ("options", SyntaxNode.Texts(Options)),
            ("expand", IsExpanded || !Value.Contains('$', StringComparison.Ordinal) ? null : false));

    internal static YamlNode? ToYaml(IReadOnlyList<GitLabVariable> variables) =>
        SyntaxNode.Map(variables.Select(variable => (variable.Name, (YamlNode?)variable.ToYaml())));
}
