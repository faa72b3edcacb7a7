using System.Net;
using Harvis.Engine.Http;

namespace Harvis.Deployment.GitHub;

/// <summary>Remembers the last request and answer beneath Octokit, whose exceptions name neither method, address nor attempts.</summary>
sealed class LastCall(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    /// <summary>The call; null before the first.</summary>
    public FailedCall? Call { get; private set; }

    /// <summary>Whether the last answer refused because there were too many requests.</summary>
    public bool WasTooMany { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch
        {
            (Call, WasTooMany) = (Of(request, null, null), false);
            throw;
        }

        WasTooMany = RateLimit.Refused(response);
        Call = Of(request, response.StatusCode, RateLimit.AskedFor(response, time.GetUtcNow()));
        if (IsJson(response)) return response;
        response.Dispose();
        throw new InvalidDataException("The answer is no JSON.");
    }

    // Octokit takes any other answer for an empty one, and nothing found mustn't be concluded from a login page. A refusal may be of any kind.
    static bool IsJson(HttpResponseMessage response) =>
        !response.IsSuccessStatusCode
        || response.Content.Headers.ContentLength == 0
        || response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;

    static FailedCall Of(HttpRequestMessage request, HttpStatusCode? status, TimeSpan? retryAfter) =>
        new(request.Method, request.RequestUri!, request.Options.TryGetValue(RetryingHandler.Attempts, out var attempts) ? attempts : 1) { Status = status, RetryAfter = retryAfter };
}
