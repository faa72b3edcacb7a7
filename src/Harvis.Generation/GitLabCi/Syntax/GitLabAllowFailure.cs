using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Whether a pipeline succeeds although a job failed: https://docs.gitlab.com/ci/yaml/#allow_failure.</summary>
public sealed record GitLabAllowFailure
{
    /// <summary>It does.</summary>
    public static GitLabAllowFailure Yes { get; } = new() { IsAllowed = true };

    /// <summary>It doesn't; a manual job then blocks what comes after it.</summary>
    public static GitLabAllowFailure No { get; } = new();

    /// <summary>Whether any failure is allowed.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>The exit codes that are allowed; empty where <see cref="IsAllowed"/> decides.</summary>
    public IReadOnlyList<int> ExitCodes { get; init; } = [];

    internal YamlNode ToYaml() => ExitCodes.Count == 0 ? IsAllowed : YamlMap.Of(("exit_codes", new YamlList([.. ExitCodes.Select(code => (YamlNode)code)])));
}
