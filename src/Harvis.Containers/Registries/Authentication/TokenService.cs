using System.Net;
using System.Text;
using System.Text.Json;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Transport;
using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// Gets tokens from a registry's token service.
/// See https://distribution.github.io/distribution/spec/auth/token/ and https://distribution.github.io/distribution/spec/auth/oauth/.
/// </summary>
internal sealed class TokenService(HttpConnections connections, RegistryClientOptions options, RetrySchedule retries, TimeProvider time)
{
    const int MaxBytes = 256 * 1024;
    const string ClientId = "harvis";

    // What the specification says where the service doesn't; tokens are renewed a little before their end.
    static readonly TimeSpan DefaultLifetime = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>A token for a scope.</summary>
    /// <exception cref="RegistryException">The service refuses, can't be reached, or isn't one to show credentials to.</exception>
    public async Task<BearerToken> GetAsync(RegistryEndpoint endpoint, AuthenticationChallenge challenge, TokenScope scope, RegistryCredentials credentials, CancellationToken cancellationToken)
    {
        var realm = Realm(endpoint, challenge);
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(realm, challenge["service"], scope, credentials);
            var context = new FailedRequest(request.Method, realm, attempt);
            var isLast = attempt >= retries.MaxAttempts;
            TimeSpan delay;
            try
            {
                using var timeout = new RequestTimeout(options.ResponseTimeout, time, cancellationToken);
                using var response = await connections.SendAsync(request, timeout.Token).ConfigureAwait(false);
                using var answer = new RegistryResponse(response, context, options.IdleTimeout, time);
                var body = await answer.BytesAsync(MaxBytes, timeout.Token).ConfigureAwait(false);
                if (response.StatusCode == HttpStatusCode.OK) return Read(body, context);
                if (isLast || !RetrySchedule.MayPass(response.StatusCode)) throw context.NoToken(Refusal(response.StatusCode, body));
                delay = retries.AskedFor(response) ?? retries.DelayAfter(attempt);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && isLast)
            {
                throw context.NotReachable(new TimeoutException("no answer"));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                delay = retries.DelayAfter(attempt);
            }
            catch (Exception fault) when (ConnectionFault.Is(fault))
            {
                if (isLast || !ConnectionFault.IsPassing(fault)) throw context.NotReachable(fault);
                delay = retries.DelayAfter(attempt);
            }

            await retries.WaitAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    static Uri Realm(RegistryEndpoint endpoint, AuthenticationChallenge challenge)
    {
        var context = new FailedRequest(HttpMethod.Get, endpoint.Base, 1);
        if (!Uri.TryCreate(challenge["realm"], UriKind.Absolute, out var realm)) throw context.NoToken("the registry names no token service");
        var isTrusted = realm.Scheme == Uri.UriSchemeHttps || (realm.Scheme == Uri.UriSchemeHttp && endpoint.Insecure);
        return isTrusted ? realm : throw context.NoToken($"the token service {RedactedAddress.Of(realm)} isn't asked over {realm.Scheme}");
    }

    static HttpRequestMessage Request(Uri realm, string? service, TokenScope scope, RegistryCredentials credentials)
    {
        if (credentials is RegistryCredentials.IdentityToken identity) return Exchange(realm, service, scope, identity);

        var query = new StringBuilder(realm.Query.TrimStart('?'));
        if (service is not null) Append(query, "service", service);
        foreach (var part in scope.Parts) Append(query, "scope", part);
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = query.ToString() }.Uri);
        if (credentials is RegistryCredentials.UserPassword user) request.Headers.TryAddWithoutValidation("Authorization", BasicHeader.Of(user));
        return request;
    }

    static HttpRequestMessage Exchange(Uri realm, string? service, TokenScope scope, RegistryCredentials.IdentityToken identity) => new(HttpMethod.Post, realm)
    {
        Content = new FormUrlEncodedContent(
        [
            new("grant_type", "refresh_token"),
            new("client_id", ClientId),
            new("service", service ?? ""),
            new("scope", scope.Text),
            new("refresh_token", identity.Token.Reveal()),
        ]),
    };

    BearerToken Read(byte[] body, FailedRequest context)
    {
        TokenResponse? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(body, AuthenticationJson.Default.TokenResponse);
        }
        catch (JsonException)
        {
            // Said below, without the text, which may hold a token.
        }

        var token = answer?.Token ?? answer?.AccessToken;
        if (string.IsNullOrEmpty(token)) throw context.NoToken("the token service's answer holds no token");
        var lifetime = answer!.ExpiresIn is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : DefaultLifetime;
        var margin = lifetime / 2 < Margin ? lifetime / 2 : Margin;
        return new BearerToken(token, time.GetUtcNow() + lifetime - margin);
    }

    static string Refusal(HttpStatusCode status, byte[] body)
    {
        var error = ServerError.Read(body);
        return $"{(int)status}{(error.Code is null ? "" : $" {error.Code}")} from the token service";
    }

    static void Append(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
