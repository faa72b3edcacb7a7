using System.Globalization;
using System.Net;

namespace Harvis.Engine.Http;

/// <summary>What an API's answer says about its limits on requests.</summary>
/// <remarks>
/// GitHub: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately.
/// GitLab: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers.
/// </remarks>
public static class RateLimit
{
    static readonly string[] RemainingHeaders = ["x-ratelimit-remaining", "RateLimit-Remaining"];
    static readonly string[] ResetHeaders = ["x-ratelimit-reset", "RateLimit-Reset"];

    /// <summary>Whether the request was refused because there were too many; it wasn't processed.</summary>
    public static bool Refused(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.Forbidden => Header(response, "Retry-After") is not null || IsUsedUp(response),
        _ => false,
    };

    /// <summary>How long to wait, as Retry-After or the reset of a limit that is used up say; null where neither does.</summary>
    public static TimeSpan? AskedFor(HttpResponseMessage response, DateTimeOffset now)
    {
        if (Header(response, "Retry-After") is { } text && RetrySchedule.ParseRetryAfter(text, now) is { } asked) return asked;
        return IsUsedUp(response) && ResetHeaders.Select(name => Header(response, name)).OfType<string>().FirstOrDefault() is { } reset
            && long.TryParse(reset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? Until(DateTimeOffset.FromUnixTimeSeconds(seconds), now)
            : null;
    }

    static bool IsUsedUp(HttpResponseMessage response) => RemainingHeaders.Any(name => Header(response, name) == "0");

    static TimeSpan Until(DateTimeOffset time, DateTimeOffset now) => time > now ? time - now : TimeSpan.Zero;

    static string? Header(HttpResponseMessage response, string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
