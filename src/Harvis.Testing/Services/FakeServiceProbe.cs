using System.Collections.Concurrent;
using Harvis.Engine.Tools.Inspection;

namespace Harvis.Testing.Services;

/// <summary>Services that a test plays. Where it plays none, nothing listens.</summary>
public sealed class FakeServiceProbe : IServiceProbe
{
    readonly ConcurrentDictionary<(Uri Service, string Path), ServiceAnswer> _answers = new();
    readonly ConcurrentDictionary<Uri, ServiceUnreachableException> _closed = new();
    readonly ConcurrentQueue<(Uri Service, string Path)> _asked = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<(Uri Service, string Path)> Asked => [.. _asked];

    /// <summary>Plays a service that answers at one path. At others it answers 404.</summary>
    public FakeServiceProbe Answers(Uri service, string path, string body, int status = 200)
    {
        _answers[(service, path)] = new ServiceAnswer(status, body);
        return this;
    }

    /// <summary>Plays a service that this user may not open.</summary>
    public FakeServiceProbe Forbids(Uri service)
    {
        _closed[service] = new ServiceUnreachableException($"this user may not open {service}") { IsForbidden = true };
        return this;
    }

    /// <inheritdoc/>
    public Task<ServiceAnswer> GetAsync(Uri service, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _asked.Enqueue((service, path));
        if (_answers.TryGetValue((service, path), out var answer)) return Task.FromResult(answer);
        if (_answers.Keys.Any(known => known.Service == service)) return Task.FromResult(new ServiceAnswer(404, ""));
        return Task.FromException<ServiceAnswer>(
            _closed.TryGetValue(service, out var closed) ? closed : new ServiceUnreachableException($"nothing listens at {service}"));
    }
}
