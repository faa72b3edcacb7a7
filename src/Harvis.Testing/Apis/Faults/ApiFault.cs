namespace Harvis.Testing.Apis.Faults;

/// <summary>Something that goes wrong at a fake API. Closed: the records in this type.</summary>
public abstract record ApiFault
{
    private protected ApiFault()
    {
    }

    /// <summary>The request isn't done and answered with a status: 401, 403, 404, 422, 429, 500, 502, 503.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="Message">What the body's <c>message</c> says; null for an empty body.</param>
    public sealed record Status(int Code, string? Message = null) : ApiFault
    {
        /// <summary>The Retry-After header, seconds or an HTTP date; null for none.</summary>
        public string? RetryAfter { get; init; }

        /// <summary>Further headers, such as <c>x-ratelimit-reset</c>.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        /// <summary>Whether the request is done all the same, as behind a proxy that gives up too early. The default is false.</summary>
        public bool IsDone { get; init; }
    }

    /// <summary>The connection is reset before the request is done.</summary>
    public sealed record CutBefore : ApiFault;

    /// <summary>The request is done, and the connection reset before anything is answered.</summary>
    public sealed record CutAfter : ApiFault;

    /// <summary>The request is done, and the answer is no JSON.</summary>
    public sealed record Garbage : ApiFault;

    /// <summary>The answer comes late.</summary>
    /// <param name="Delay">How late, on the API's clock.</param>
    public sealed record Slow(TimeSpan Delay) : ApiFault;

    /// <summary>No answer comes while the client waits.</summary>
    public sealed record Silence : ApiFault;
}
