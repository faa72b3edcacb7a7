using Harvis.Engine.Http;

namespace Harvis.Deployment.GitHub;

/// <summary>Limits of a <see cref="GitHubApi"/>.</summary>
public sealed record GitHubClientOptions
{
    /// <summary>How requests are tried again. A rate limit that resets later than <see cref="RetryLimits.MaxRetryAfter"/> (5 minutes by default) is a failure at once.</summary>
    public RetryLimits Retries { get; init; } = new() { FirstDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(30), MaxRetryAfter = TimeSpan.FromMinutes(5) };

    /// <summary>How long one answer may take. The default is 30 s.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(30);
}
