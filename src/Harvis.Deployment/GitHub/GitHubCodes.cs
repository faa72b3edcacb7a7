using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitHub;

/// <summary>The codes of what can go wrong with GitHub; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class GitHubCodes
{
    /// <summary>GitHub answered with an error, after all retries where retrying could help.</summary>
    public static DiagnosticCode Refused { get; } = new(6250);

    /// <summary>No answer from GitHub.</summary>
    public static DiagnosticCode NotReachable { get; } = new(6251);

    /// <summary>The token isn't good (401), or may not do this (403).</summary>
    public static DiagnosticCode Unauthorized { get; } = new(6252);

    /// <summary>There is no such repository, workflow, release or tag, or the token doesn't see it.</summary>
    public static DiagnosticCode NotFound { get; } = new(6253);

    /// <summary>Too many requests.</summary>
    public static DiagnosticCode TooManyRequests { get; } = new(6254);

    /// <summary>The answer isn't GitHub's.</summary>
    public static DiagnosticCode UnexpectedAnswer { get; } = new(6255);

    /// <summary>The token would be sent over plain HTTP.</summary>
    public static DiagnosticCode InsecureAddress { get; } = new(6256);

    /// <summary>The target opens a deployment without declaring the permission.</summary>
    public static DiagnosticCode PermissionMissing { get; } = new(6257);

    /// <summary>The workflow has no successful run for the commit.</summary>
    public static DiagnosticCode NoSuccessfulRun { get; } = new(6258);

    /// <summary>The environment doesn't say which repository this is.</summary>
    public static DiagnosticCode NoRepository { get; } = new(6259);

    /// <summary>Nobody can say whether the deployment was opened.</summary>
    public static DiagnosticCode DeploymentUncertain { get; } = new(6260);

    /// <summary>A repository has no release whose tag could be used.</summary>
    public static DiagnosticCode NoRelease { get; } = new(6261);
}
