namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>How far a deployment is.</summary>
public enum DeploymentStep
{
    /// <summary>It is being made.</summary>
    InProgress,

    /// <summary>It was made.</summary>
    Success,

    /// <summary>It was tried and failed.</summary>
    Failure,

    /// <summary>It was broken off.</summary>
    Error,

    /// <summary>There was nothing to deliver.</summary>
    Inactive,
}
