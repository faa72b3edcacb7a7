namespace Harvis.Engine.Http;

/// <summary>How often, and after what waits, a request is tried.</summary>
public sealed record RetryLimits
{
    /// <summary>How often a request is tried altogether. The default is 4; less than 1 counts as 1.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The longest wait before the second attempt; it doubles with each further one. The default is 500 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between attempts that isn't asked for by the server. The default is 10 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait that a server's Retry-After is granted. The default is 60 s.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);
}
