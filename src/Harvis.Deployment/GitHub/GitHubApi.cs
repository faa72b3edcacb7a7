using System.Globalization;
using Harvis.Deployment.GitHub.Errors;
using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Harvis.Engine.Secrets;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;
using Octokit;
using Octokit.Internal;

namespace Harvis.Deployment.GitHub;

/// <summary>GitHub's REST API through Octokit, with retries, time limits, cancellation and failures as they are everywhere in this library.</summary>
/// <remarks>Share one among what talks to the same server. See https://docs.github.com/rest.</remarks>
public sealed class GitHubApi : IDisposable
{
    readonly Uri _address;
    readonly Secret _token;
    readonly IRunLog _log;
    readonly TimeProvider _time;
    readonly GitHubClientOptions _options;
    readonly Random? _random;
    readonly SecretMasker _masker = new();
    readonly SocketsHttpHandler _sockets;

    /// <summary>The API of one server.</summary>
    /// <param name="address">Where it answers: <see cref="GitHubRepository.Api"/>.</param>
    /// <param name="token">The token: of the workflow's job, an app, or a person.</param>
    /// <param name="log">Is told what is waited for.</param>
    /// <param name="time">The clock of waits and time limits.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="random">Where the jitter of waits comes from; null for the shared one.</param>
    /// <exception cref="DiagnosticException">The token would go over plain HTTP to another machine.</exception>
    public GitHubApi(Uri address, Secret token, IRunLog log, TimeProvider time, GitHubClientOptions? options = null, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new DiagnosticException(new Diagnostic(GitHubCodes.InsecureAddress, $"GitHub at {address.GetLeftPart(UriPartial.Authority)} would get the token over plain HTTP.", "Use https://; see GITHUB_API_URL."));
        (_address, _token, _log, _time, _options, _random) = (address, token, log, time, options ?? new GitHubClientOptions(), random);
        _masker.Register(token);
        _sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback, ConnectTimeout = _options.AnswerTime };
    }

    /// <inheritdoc/>
    public void Dispose() => _sockets.Dispose();

    // Octokit takes no cancellation token, so each call has a client of its own over the shared connections.
    internal async Task<T> CallAsync<T>(Func<GitHubClient, Task<T>> call, CancellationToken cancellationToken)
    {
        LastCall? last = null;
        using var http = new HttpClientAdapter(() => last = Last(cancellationToken));
        http.SetRequestTimeout(Timeout.InfiniteTimeSpan);
        var connection = new Connection(new ProductHeaderValue("harvis", "1"), _address, new InMemoryCredentialStore(new Credentials(_token.Reveal())), http, new SimpleJsonSerializer());
        try
        {
            return await call(new GitHubClient(connection)) ?? throw new InvalidDataException("The answer is empty.");
        }
        catch (ApiException refused)
        {
            throw GitHubFailure.Answered(last!.Call! with { Said = Said(refused) }, last.WasTooMany);
        }
        catch (Exception fault) when (ConnectionFault.Is(fault) && last?.Call is not null)
        {
            throw GitHubFailure.NotReachable(last.Call, fault);
        }
        catch (Exception fault) when (last?.Call is not null && fault is not OperationCanceledException and not GitHubException)
        {
            throw GitHubFailure.Unexpected(last.Call, fault);
        }
    }

    string? Said(ApiException refused)
    {
        var details = refused.ApiError?.Errors?.Select(error => error.Message ?? $"{error.Field} {error.Code}").Where(text => text.Trim().Length > 0) ?? [];
        var words = refused.ApiError?.Message ?? "";
        return ServerWords.Printable(_masker.Mask(string.Join("; ", new[] { words }.Concat(details).Where(text => text.Length > 0))));
    }

    LastCall Last(CancellationToken stop)
    {
        var retrying = new RetryingHandler(new KeepOpen(_sockets), _options.Retries, _time, _random)
        {
            AnswerTime = _options.AnswerTime,
            Stop = stop,
            // A status posted twice says the same twice; a deployment opened twice is two.
            IsRepeatable = request => request.Method != HttpMethod.Post || request.RequestUri!.AbsolutePath.EndsWith("/statuses", StringComparison.Ordinal),
            Waiting = (why, delay) => _log.Debug(string.Create(CultureInfo.InvariantCulture, $"GitHub: {why}; again in {delay.TotalSeconds:0.#} s.")),
        };
        return new LastCall(retrying, _time);
    }
}
