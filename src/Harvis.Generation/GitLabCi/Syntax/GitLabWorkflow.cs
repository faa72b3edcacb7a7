using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Which events make a pipeline at all: https://docs.gitlab.com/ci/yaml/#workflow.</summary>
/// <param name="Rules">Where none holds, there is no pipeline.</param>
public sealed record GitLabWorkflow(IReadOnlyList<GitLabRule> Rules)
{
    /// <summary>What the pipeline is called, or null.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether a newer pipeline of the same ref cancels the interruptible jobs of older ones. The default is true. Where another system starts
    /// them, all run on one ref, whatever they build: there a push would cancel a release.
    /// </summary>
    public bool CancelsOlder { get; init; } = true;

    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", SyntaxNode.Text(Name)),
        ("auto_cancel", YamlMap.Of(("on_new_commit", CancelsOlder ? "interruptible" : "none"))),
        ("rules", SyntaxNode.Items([.. Rules.Select(rule => rule.ToYaml())])));
}
