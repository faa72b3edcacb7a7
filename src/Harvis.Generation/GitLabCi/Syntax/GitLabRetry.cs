using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>How often a job is started again, and after what: https://docs.gitlab.com/ci/yaml/#retry.</summary>
/// <param name="Max">0 to 2 times.</param>
/// <param name="When">After which failures; empty for any.</param>
public sealed record GitLabRetry(int Max, IReadOnlyList<string> When)
{
    /// <summary>Twice after what is the runner's fault; what is the script's fault is tried again by the build itself.</summary>
    public static GitLabRetry RunnerFaults { get; } =
        new(2, ["runner_system_failure", "stuck_or_timeout_failure", "scheduler_failure", "api_failure"]);

    internal YamlMap ToYaml() => YamlMap.Of(("max", Max), ("when", SyntaxNode.Texts(When)));
}
