using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Which events make a pipeline at all: https://docs.gitlab.com/ci/yaml/#workflow.</summary>
/// <param name="Rules">Where none holds, there is no pipeline.</param>
public sealed record GitLabWorkflow(IReadOnlyList<GitLabRule> Rules)
{
    /// <summary>What the pipeline is called, or null.</summary>
    public string? Name { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", SyntaxNode.Text(Name)),
        ("auto_cancel", YamlMap.Of(("on_new_commit", "interruptible"))),
        ("rules", SyntaxNode.Items([.. Rules.Select(rule => rule.ToYaml())])));
}
