using System.Globalization;
using System.Net;

namespace Harvis.Engine.Http;

/// <summary>When to try again: exponential backoff with jitter, or what the server asks for, both bounded.</summary>
/// <param name="limits">The bounds.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Where the jitter comes from.</param>
public sealed class RetrySchedule(RetryLimits limits, TimeProvider time, Random random)
{
    /// <summary>How often to try altogether, at least once.</summary>
    public int MaxAttempts => Math.Max(1, limits.MaxAttempts);

    /// <summary>Whether the server's trouble may pass.</summary>
    public static bool MayPass(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    /// <summary>How long to wait after a failed attempt, counted from 1: between half the exponential delay and all of it.</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        // The exponent is bounded so that the product is; a delay that long is cut anyway.
        var doubled = limits.FirstDelay * Math.Pow(2, Math.Clamp(attempt - 1, 0, 20));
        var longest = doubled < limits.MaxDelay ? doubled : limits.MaxDelay;
        double jitter;
        lock (random) jitter = random.NextDouble();
        return longest * (0.5 + (jitter / 2));
    }

    /// <summary>How long an answer asks to wait, bounded; null where it doesn't. See RFC 9110, section 10.2.3.</summary>
    public TimeSpan? AskedFor(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values)) return null;
        if (ParseRetryAfter(values.ToString(), time.GetUtcNow()) is not { } asked) return null;
        return asked < limits.MaxRetryAfter ? asked : limits.MaxRetryAfter;
    }

    /// <summary>Waits on the injected clock.</summary>
    public Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);

    /// <summary>Reads a Retry-After; null where it is neither seconds nor a date. A date in the past is no wait.</summary>
    public static TimeSpan? ParseRetryAfter(string text, DateTimeOffset now)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue));
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
