using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>What every job is unless it says otherwise: https://docs.gitlab.com/ci/yaml/#default.</summary>
public sealed record GitLabDefault
{
    /// <summary>The image, or null for the runner's.</summary>
    public GitLabImage? Image { get; init; }

    /// <summary>What selects the runner.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How often it is started again, or null.</summary>
    public GitLabRetry? Retry { get; init; }

    internal YamlNode? ToYaml() => SyntaxNode.Map([("image", Image?.ToYaml()), ("tags", SyntaxNode.Texts(Tags)), ("retry", Retry?.ToYaml())]);
}
