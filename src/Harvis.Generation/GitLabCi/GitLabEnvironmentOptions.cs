namespace Harvis.Generation.GitLabCi;

/// <summary>What GitLab is told of an environment beyond its name.</summary>
public sealed record GitLabEnvironmentOptions
{
    /// <summary>Where it answers; null for the origin of its first smoke test, if it has one.</summary>
    public Uri? Url { get; init; }

    /// <summary>The id of the job that stops it, or null. That job then runs when a person stops the environment, or its time has come.</summary>
    public string? StopJob { get; init; }

    /// <summary>When it is stopped by itself, counted from the last delivery; null for never.</summary>
    public TimeSpan? AutoStopIn { get; init; }

    /// <summary>
    /// <c>production</c>, <c>staging</c>, <c>testing</c>, <c>development</c> or <c>other</c>; null for what the name says. See
    /// https://docs.gitlab.com/ci/environments/#deployment-tier-of-environments.
    /// </summary>
    public string? DeploymentTier { get; init; }
}
