using System.Net;

namespace Harvis.Engine.Http;

/// <summary>
/// Sends a request again where that may help and can't do it twice: what is repeatable after any fault that may pass; what isn't only
/// where the server surely hasn't processed it (no connection, too many requests, 503 with Retry-After). A wait that the server asks for
/// is made in full or, past the limit, not at all.
/// </summary>
public sealed class RetryingHandler : DelegatingHandler
{
    /// <summary>How often a request was sent, in its options; also on one whose sending threw.</summary>
    public static readonly HttpRequestOptionsKey<int> Attempts = new("harvis.attempts");

    readonly RetryLimits _limits;
    readonly RetrySchedule _schedule;
    readonly TimeProvider _time;

    /// <summary>A handler in front of another.</summary>
    public RetryingHandler(HttpMessageHandler inner, RetryLimits limits, TimeProvider time, Random? random = null)
        : base(inner) => (_limits, _schedule, _time) = (limits, new RetrySchedule(limits, time, random ?? Random.Shared), time);

    /// <summary>How long an answer may take before the attempt counts as failed. The default is 60 s.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether doing a request twice is the same as once. The default: all methods but POST and PATCH.</summary>
    public Func<HttpRequestMessage, bool> IsRepeatable { get; init; } = request => request.Method != HttpMethod.Post && request.Method != HttpMethod.Patch;

    /// <summary>Is told of each wait: why, and how long.</summary>
    public Action<string, TimeSpan>? Waiting { get; init; }

    /// <summary>Cancels besides each request's own token: for clients that pass none.</summary>
    public CancellationToken Stop { get; init; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Stop);
        for (var attempt = 1; ; attempt++)
        {
            request.Options.Set(Attempts, attempt);
            (string Why, TimeSpan Delay) wait;
            try
            {
                var response = await SendOnceAsync(request, either.Token).ConfigureAwait(false);
                if (attempt >= _schedule.MaxAttempts || DelayAfter(request, response, attempt) is not { } delay) return response;
                wait = ($"{(int)response.StatusCode}", delay);
                response.Dispose();
            }
            catch (Exception fault) when (ConnectionFault.Is(fault))
            {
                if (attempt >= _schedule.MaxAttempts || !MaySendAgain(request, fault)) throw;
                wait = (ConnectionFault.Describe(fault), _schedule.DelayAfter(attempt));
            }

            Waiting?.Invoke(wait.Why, wait.Delay);
            await _schedule.WaitAsync(wait.Delay, either.Token).ConfigureAwait(false);
        }
    }

    // The body is read here, within the time and the tries: an answer that breaks off is none.
    async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new RequestTimeout(AnswerTime, _time, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(timeout.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception fault)
        {
            response?.Dispose();
            if (fault is OperationCanceledException && timeout.IsOver) throw timeout.Exception("no answer");
            throw;
        }
    }

    TimeSpan? DelayAfter(HttpRequestMessage request, HttpResponseMessage response, int attempt)
    {
        var asked = RateLimit.AskedFor(response, _time.GetUtcNow());
        var unprocessed = RateLimit.Refused(response) || (response.StatusCode == HttpStatusCode.ServiceUnavailable && asked is not null);
        if (!unprocessed && !(IsRepeatable(request) && RetrySchedule.MayPass(response.StatusCode))) return null;
        return asked > _limits.MaxRetryAfter ? null : asked ?? _schedule.DelayAfter(attempt);
    }

    bool MaySendAgain(HttpRequestMessage request, Exception fault) =>
        ConnectionFault.IsPassing(fault) && (IsRepeatable(request) || ConnectionFault.IsBeforeSending(fault));
}
