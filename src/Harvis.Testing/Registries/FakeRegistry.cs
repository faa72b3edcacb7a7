using System.Collections.Concurrent;
using System.Globalization;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Testing.Http;
using Harvis.Testing.Registries.Api;
using Harvis.Testing.Registries.Faults;

namespace Harvis.Testing.Registries;

/// <summary>
/// A registry within this process: the OCI Distribution specification 1.1 over plain HTTP on a free port of 127.0.0.1, kept in memory.
/// It records every request, and goes wrong where it is told to.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md.
/// </summary>
/// <example>
/// <code>
/// await using var registry = new FakeRegistry();
/// registry.Inject(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable), HttpMethod.Put, "/manifests/", times: 2);
/// </code>
/// </example>
public sealed class FakeRegistry : IAsyncDisposable
{
    readonly FakeRegistryOptions _options;
    readonly RegistryApi _api;
    readonly FaultList _faults = new();
    readonly ConcurrentQueue<RecordedRequest> _requests = new();
    readonly LoopbackServer _server;

    /// <summary>Starts a registry.</summary>
    /// <param name="options">What it can do; null for everything.</param>
    public FakeRegistry(FakeRegistryOptions? options = null)
    {
        _options = options ?? new FakeRegistryOptions();
        _api = new RegistryApi(new RegistryContent(), _options);
        _server = new LoopbackServer(AnswerAsync);
        Registry = new Registry(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_server.Port}")) { Insecure = true };
    }

    /// <summary>The registry as the model declares it.</summary>
    public Registry Registry { get; }

    /// <summary>Its address, <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address => new($"http://{Registry.Host}/");

    /// <summary>All requests that were answered or cut, in that order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>A reference to one of its repositories.</summary>
    public ImageReference Repository(RepositoryName name) => Registry.Repository(name);

    /// <summary>How many requests there were with a method, and a part of their path.</summary>
    public int Count(HttpMethod method, string pathPart = "") =>
        _requests.Count(request => request.Method == method.Method && request.Path.Contains(pathPart, StringComparison.Ordinal));

    /// <summary>Makes something go wrong.</summary>
    /// <param name="fault">What.</param>
    /// <param name="method">With which method; null for any.</param>
    /// <param name="pathPart">With which part of the path; null for any.</param>
    /// <param name="times">How often.</param>
    public void Inject(RegistryFault fault, HttpMethod? method = null, string? pathPart = null, int times = 1) =>
        Inject(new FaultRule(fault) { Method = method, PathPart = pathPart, Times = times });

    /// <summary>Makes something go wrong.</summary>
    public void Inject(FaultRule rule) => _faults.Add(rule);

    /// <summary>Nothing goes wrong any more.</summary>
    public void Heal() => _faults.Clear();

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _requests.Clear();

    /// <summary>Stops it; open connections are closed.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    async Task<HttpReply> AnswerAsync(HttpExchange request, CancellationToken cancellationToken)
    {
        var status = 0;
        try
        {
            var fault = _faults.Take(request.Method, request.Path);
            var reply = await FaultyAnswer.MakeAsync(fault, request, _api.AnswerAsync, _options.Time, cancellationToken).ConfigureAwait(false);
            // The rest of the body is taken here so that it counts.
            await request.ReadBodyAsync(static _ => { }, cancellationToken).ConfigureAwait(false);
            status = reply.Status;
            return reply;
        }
        finally
        {
            _requests.Enqueue(new RecordedRequest(request.Method, request.Path, request.Target, status, request.BodyBytes, request.Headers));
        }
    }
}
