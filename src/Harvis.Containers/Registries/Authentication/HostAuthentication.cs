using System.Collections.Concurrent;
using Harvis.Containers.Registries.Transport;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>How one registry wants to be asked: its last challenge, its credentials, and a token for each scope.</summary>
internal sealed class HostAuthentication(RegistryEndpoint endpoint, ICredentialSource source, TokenService tokens, TimeProvider time)
{
    readonly ConcurrentDictionary<TokenScope, BearerToken> _tokens = new();
    readonly OneAtATime _asking = new();
    RegistryCredentials? _credentials;
    AuthenticationChallenge? _challenge;

    /// <summary>The header for a scope; a token is renewed before its end.</summary>
    public ValueTask<string?> PrepareAsync(TokenScope scope, CancellationToken cancellationToken)
    {
        if (_challenge is not { } challenge) return default;
        if (_tokens.TryGetValue(scope, out var token) && token.IsFresh(time.GetUtcNow())) return new(token.Header);
        return new(HeaderAsync(challenge, scope, refused: null, cancellationToken));
    }

    /// <summary>The header that answers a challenge, or null where the only one there is was refused.</summary>
    public async ValueTask<string?> AnswerAsync(AuthenticationChallenge challenge, TokenScope scope, string? refused, CancellationToken cancellationToken)
    {
        _challenge = challenge;
        var header = await HeaderAsync(challenge, scope, refused, cancellationToken).ConfigureAwait(false);
        return header == refused ? null : header;
    }

    // One at a time: parallel requests for one scope need one token, and helpers may ask the user.
    Task<string?> HeaderAsync(AuthenticationChallenge challenge, TokenScope scope, string? refused, CancellationToken cancellationToken) =>
        _asking.RunAsync(() => AskAsync(challenge, scope, refused, cancellationToken), cancellationToken);

    async Task<string?> AskAsync(AuthenticationChallenge challenge, TokenScope scope, string? refused, CancellationToken cancellationToken)
    {
        _credentials ??= await source.ForAsync(endpoint.Host, cancellationToken).ConfigureAwait(false);
        if (challenge.Is("Basic")) return _credentials is RegistryCredentials.UserPassword user ? BasicHeader.Of(user) : null;
        if (_tokens.TryGetValue(scope, out var known) && known.IsFresh(time.GetUtcNow()) && known.Header != refused) return known.Header;

        var token = await tokens.GetAsync(endpoint, challenge, scope.And(ScopeOf(challenge, scope)), _credentials, cancellationToken).ConfigureAwait(false);
        _tokens[scope] = token;
        return token.Header;
    }

    // The remembered challenge may be of another request; its scope only counts for the same repositories.
    static string? ScopeOf(AuthenticationChallenge challenge, TokenScope scope) =>
        challenge["scope"] is { } asked && asked.Split(' ').All(part => scope.Parts.Any(own => Resource(own) == Resource(part))) ? asked : null;

    static string Resource(string scope) => scope.LastIndexOf(':') is var colon and > 0 ? scope[..colon] : scope;
}
