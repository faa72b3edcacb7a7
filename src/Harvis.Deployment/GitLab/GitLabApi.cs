using System.Net;
using System.Text.Json;
using Harvis.Deployment.GitLab.Errors;
using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Harvis.Engine.Secrets;

namespace Harvis.Deployment.GitLab;

/// <summary>Sends requests to one project, and turns what fails into exceptions. Tokens are in headers and forms only.</summary>
sealed class GitLabApi : IDisposable
{
    readonly GitLabProject _project;
    readonly GitLabReadToken? _read;
    readonly SecretMasker _masker;
    readonly TimeProvider _time;
    readonly HttpClient _http;

    public GitLabApi(GitLabProject project, GitLabReadToken? read, SecretMasker masker, IRunLog log, GitLabClientOptions options, TimeProvider time, Random? random)
    {
        project.EnsureSecure();
        (_project, _read, _masker, _time) = (project, read, masker, time);
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !project.Server.IsLoopback, ConnectTimeout = options.AnswerTime };
        var retrying = new RetryingHandler(sockets, options.Retries, time, random)
        {
            AnswerTime = options.AnswerTime,
            Waiting = (why, delay) => log.Debug(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"GitLab: {why}; again in {delay.TotalSeconds:0.#} s.")),
        };
        _http = new HttpClient(retrying) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("harvis/1");
    }

    public bool CanRead => _read is not null;

    /// <summary>Reads a resource; null where it isn't there and that is an answer.</summary>
    public async Task<JsonDocument?> ReadAsync(string rest, bool mayBeMissing, CancellationToken cancellationToken)
    {
        using var request = WithToken(HttpMethod.Get, rest);
        using var response = await SendAsync(request, cancellationToken);
        if (mayBeMissing && response.StatusCode == HttpStatusCode.NotFound) return null;
        return await JsonAsync(request, response, cancellationToken);
    }

    /// <summary>Posts a form with the read token.</summary>
    public async Task PostWithTokenAsync(string rest, CancellationToken cancellationToken)
    {
        using var request = WithToken(HttpMethod.Post, rest);
        using var response = await SendAsync(request, cancellationToken);
        using var _ = await JsonAsync(request, response, cancellationToken);
    }

    /// <summary>Posts a form that carries its own token.</summary>
    public async Task<JsonDocument> PostAsync(string rest, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _project.Api(rest)) { Content = new FormUrlEncodedContent(form) };
        using var response = await SendAsync(request, cancellationToken);
        return await JsonAsync(request, response, cancellationToken);
    }

    /// <summary>A call of this project, for messages.</summary>
    public FailedCall Call(HttpMethod method, string rest, int attempts = 1) => new(method, _project.Api(rest), attempts);

    public void Dispose() => _http.Dispose();

    HttpRequestMessage WithToken(HttpMethod method, string rest)
    {
        if (_read is null) throw GitLabFailure.NoReadToken(Call(method, rest));
        var request = new HttpRequestMessage(method, _project.Api(rest));
        request.Headers.TryAddWithoutValidation(_read.Header, _read.Value.Reveal());
        return request;
    }

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception fault) when (ConnectionFault.Is(fault))
        {
            throw GitLabFailure.NotReachable(CallOf(request), fault);
        }
    }

    async Task<JsonDocument> JsonAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var call = CallOf(request) with { Status = response.StatusCode, RetryAfter = RateLimit.AskedFor(response, _time.GetUtcNow()) };
        if (!response.IsSuccessStatusCode) throw GitLabFailure.Answered(call with { Said = GitLabAnswer.Said(_masker.Mask(body)) });
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw GitLabFailure.Unexpected(call, $"{(int)response.StatusCode} with something other than JSON");
        }
    }

    static FailedCall CallOf(HttpRequestMessage request) =>
        new(request.Method, request.RequestUri!, request.Options.TryGetValue(RetryingHandler.Attempts, out var attempts) ? attempts : 1);
}
