namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>What GitHub is told about a deployment.</summary>
/// <param name="Step">How far it is.</param>
/// <param name="Description">A few words, cut after <see cref="MaxDescriptionChars"/> characters; nothing secret.</param>
public sealed record DeploymentUpdate(DeploymentStep Step, string Description = "")
{
    /// <summary>GitHub refuses longer descriptions.</summary>
    public const int MaxDescriptionChars = 140;

    /// <summary>Where the environment answers.</summary>
    public Uri? EnvironmentUrl { get; init; }

    /// <summary>Where the log is.</summary>
    public Uri? LogUrl { get; init; }
}
