using System.Globalization;
using System.Net;

namespace Harvis.Engine.Http;

/// <summary>A request that failed, as messages tell it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">Its address; only <see cref="Address"/> is ever shown.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record FailedCall(HttpMethod Method, Uri Uri, int Attempts)
{
    /// <summary>The status of the last answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The server's own code or words; null where it gave none.</summary>
    public string? Said { get; init; }

    /// <summary>How long the server asked to wait; null where it didn't.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Address without user information, query and fragment.</summary>
    public string Address => RedactedAddress.Of(Uri);

    /// <summary>What happened: <c>POST https://host/path: 503 after 4 attempts.</c></summary>
    public string Sentence(string what)
    {
        var attempts = Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {Attempts} attempts") : "";
        return $"{Method} {Address}: {what}{attempts}.";
    }

    /// <summary>The status with the server's words: <c>403 (insufficient scope)</c>, and when it lets in again.</summary>
    public string Answer()
    {
        var said = Said is null ? "" : $" ({Said.TrimEnd('.')})";
        var wait = RetryAfter is { } time ? string.Create(CultureInfo.InvariantCulture, $", again in {Math.Ceiling(time.TotalSeconds):0} s") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(int?)Status}{said}{wait}");
    }
}
