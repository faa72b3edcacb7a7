using Harvis.Model.Environments;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>The deployment that GitHub is to show.</summary>
public sealed record DeploymentRequest
{
    /// <summary>The commit that is delivered.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>Where to.</summary>
    public required DeliveryEnvironment Environment { get; init; }

    /// <summary>Where the environment answers; null where it has no address.</summary>
    public Uri? EnvironmentUrl { get; init; }

    /// <summary>Where the log is; null for the workflow run that the environment variables name.</summary>
    public Uri? LogUrl { get; init; }

    /// <summary>Whether people use the environment; earlier deployments to it then become inactive. The default is false.</summary>
    public bool IsProduction { get; init; }

    /// <summary>What tells this deployment from any other, kept in its payload. The default is made at random.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
}
