using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Harvis.Testing.Apis.Faults;
using Harvis.Testing.Http;

namespace Harvis.Testing.Apis;

/// <summary>A JSON API within this process, over plain HTTP on a free port of 127.0.0.1. It records every request, and goes wrong where it is told to.</summary>
public abstract class FakeApi : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly List<ApiFaultRule> _faults = [];
    readonly ConcurrentQueue<ApiRequest> _requests = new();
    readonly TimeProvider _time;
    readonly LoopbackServer _server;
    bool _isStopped;

    private protected FakeApi(TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        _server = new LoopbackServer(AnswerAsync);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/"));
    }

    /// <summary>Its address, <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; }

    /// <summary>All requests, in the order they came.</summary>
    public IReadOnlyList<ApiRequest> Requests => [.. _requests];

    /// <summary>How many requests there were with a method, and a part of their path.</summary>
    public int Count(HttpMethod method, string pathPart = "")
    {
        ArgumentNullException.ThrowIfNull(method);
        return _requests.Count(request => request.Method == method.Method && request.Path.Contains(pathPart, StringComparison.Ordinal));
    }

    /// <summary>Makes something go wrong.</summary>
    /// <param name="fault">What.</param>
    /// <param name="method">With which method; null for any.</param>
    /// <param name="pathPart">With which part of the path.</param>
    /// <param name="times">How often; <see cref="int.MaxValue"/> for ever.</param>
    public void Inject(ApiFault fault, HttpMethod? method = null, string pathPart = "", int times = 1)
    {
        lock (_lock) _faults.Add(new ApiFaultRule(fault) { Method = method, PathPart = pathPart, Times = times });
    }

    /// <summary>Stops it; open connections are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isStopped) return;
        _isStopped = true;
        await _server.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private protected abstract ApiReply Answer(ApiRequest request);

    async Task<HttpReply> AnswerAsync(HttpExchange exchange, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetString(await exchange.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        var request = new ApiRequest(exchange.Method, exchange.Target, body, exchange.Headers);
        _requests.Enqueue(request);
        var fault = FaultFor(request);
        if (fault is ApiFault.CutBefore) throw new ConnectionCutException();
        if (fault is ApiFault.Status { IsDone: false } refused) return Refusal(refused);
        if (fault is ApiFault.Silence) await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
        if (fault is ApiFault.Slow slow) await Task.Delay(slow.Delay, _time, cancellationToken).ConfigureAwait(false);
        var reply = Done(request);
        return fault switch
        {
            ApiFault.CutAfter => throw new ConnectionCutException(),
            ApiFault.Status status => Refusal(status),
            ApiFault.Garbage => HttpReply.Json(200, "<html>", "text/html"),
            _ => reply.Body is null ? new HttpReply(reply.Status) : HttpReply.Json(reply.Status, reply.Body.ToJsonString()),
        };
    }

    ApiReply Done(ApiRequest request)
    {
        lock (_lock) return Answer(request);
    }

    ApiFault? FaultFor(ApiRequest request)
    {
        lock (_lock) return _faults.FirstOrDefault(rule => rule.Hits(request.Method, request.Path))?.Fault;
    }

    static HttpReply Refusal(ApiFault.Status status)
    {
        var reply = status.Message is null ? new HttpReply(status.Code) : HttpReply.Json(status.Code, new JsonObject { ["message"] = status.Message }.ToJsonString());
        if (status.RetryAfter is not null) reply = reply.With("Retry-After", status.RetryAfter);
        return status.Headers.Aggregate(reply, (made, header) => made.With(header.Key, header.Value));
    }
}
