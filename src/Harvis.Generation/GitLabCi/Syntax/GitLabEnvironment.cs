using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>The environment that a job delivers to: https://docs.gitlab.com/ci/yaml/#environment.</summary>
/// <param name="Name">Its name.</param>
public sealed record GitLabEnvironment(string Name)
{
    /// <summary>Where it answers, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The job that stops it, or null.</summary>
    public string? OnStop { get; init; }

    /// <summary>When it is stopped by itself; null for never.</summary>
    public TimeSpan? AutoStopIn { get; init; }

    /// <summary>What the job does: <c>start</c>, <c>prepare</c>, <c>stop</c>, <c>verify</c> or <c>access</c>; null for GitLab's default, start.</summary>
    public string? Action { get; init; }

    /// <summary><c>production</c>, <c>staging</c>, <c>testing</c>, <c>development</c> or <c>other</c>; null for what GitLab takes from the name.</summary>
    public string? DeploymentTier { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", Name),
        ("url", SyntaxNode.Text(Url?.ToString())),
        ("on_stop", SyntaxNode.Text(OnStop)),
        ("auto_stop_in", SyntaxNode.Duration(AutoStopIn)),
        ("action", SyntaxNode.Text(Action)),
        ("deployment_tier", SyntaxNode.Text(DeploymentTier)));
}
