using System.Collections.Concurrent;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Registries;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>Remembers how each registry wants to be asked, so that only the first request is refused.</summary>
internal sealed class Authenticator(ICredentialSource source, TokenService tokens, TimeProvider time)
{
    readonly ConcurrentDictionary<RegistryHost, HostAuthentication> _hosts = new();

    /// <summary>The Authorization header for a request, or null where the registry has asked for none yet.</summary>
    public ValueTask<string?> PrepareAsync(RegistryRequest request, CancellationToken cancellationToken) =>
        _hosts.TryGetValue(request.Endpoint.Host, out var host) ? host.PrepareAsync(request.Scope, cancellationToken) : default;

    /// <summary>A header that answers a 401, or null where there is none that hasn't been refused.</summary>
    public ValueTask<string?> AnswerAsync(RegistryRequest request, HttpResponseMessage refusal, string? refused, CancellationToken cancellationToken)
    {
        if (!refusal.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var headers)) return default;
        var challenges = headers.SelectMany(header => AuthenticationChallenge.ParseAll(header)).ToList();
        var challenge = challenges.Find(each => each.Is("Bearer")) ?? challenges.Find(each => each.Is("Basic"));
        if (challenge is null) return default;
        var host = _hosts.GetOrAdd(request.Endpoint.Host, _ => new HostAuthentication(request.Endpoint, source, tokens, time));
        return host.AnswerAsync(challenge, request.Scope, refused, cancellationToken);
    }
}
