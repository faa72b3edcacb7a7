using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitLab;

/// <summary>The codes of what can go wrong with GitLab; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class GitLabCodes
{
    /// <summary>GitLab answered with an error, after all retries where retrying could help.</summary>
    public static DiagnosticCode Refused { get; } = new(6201);

    /// <summary>No answer from GitLab.</summary>
    public static DiagnosticCode NotReachable { get; } = new(6202);

    /// <summary>The token isn't good (401), or may not do this (403).</summary>
    public static DiagnosticCode Unauthorized { get; } = new(6203);

    /// <summary>There is no such project, pipeline or trigger token.</summary>
    public static DiagnosticCode NotFound { get; } = new(6204);

    /// <summary>Too many requests.</summary>
    public static DiagnosticCode TooManyRequests { get; } = new(6205);

    /// <summary>The answer isn't GitLab's.</summary>
    public static DiagnosticCode UnexpectedAnswer { get; } = new(6206);

    /// <summary>A token would be sent over plain HTTP.</summary>
    public static DiagnosticCode InsecureAddress { get; } = new(6207);

    /// <summary>The commit didn't reach GitLab in time.</summary>
    public static DiagnosticCode CommitMissing { get; } = new(6208);

    /// <summary>The pipeline failed, or was cancelled or skipped.</summary>
    public static DiagnosticCode PipelineFailed { get; } = new(6209);

    /// <summary>The pipeline hasn't ended in time.</summary>
    public static DiagnosticCode PipelineTooLong { get; } = new(6210);

    /// <summary>Nobody can say whether the pipeline was created.</summary>
    public static DiagnosticCode TriggerUncertain { get; } = new(6211);

    /// <summary>Waiting for a pipeline needs a read token.</summary>
    public static DiagnosticCode ReadTokenMissing { get; } = new(6212);

    /// <summary>GitLab makes pipelines for branches and tags only.</summary>
    public static DiagnosticCode RefNotTriggerable { get; } = new(6213);
}
