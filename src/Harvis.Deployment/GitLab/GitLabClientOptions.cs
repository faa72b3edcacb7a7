using Harvis.Engine.Http;

namespace Harvis.Deployment.GitLab;

/// <summary>Limits of a <see cref="GitLabPipelines"/>.</summary>
public sealed record GitLabClientOptions
{
    /// <summary>How requests are tried again.</summary>
    public RetryLimits Retries { get; init; } = new() { FirstDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(30), MaxRetryAfter = TimeSpan.FromMinutes(2) };

    /// <summary>How long one answer may take. The default is 30 s.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(30);
}
