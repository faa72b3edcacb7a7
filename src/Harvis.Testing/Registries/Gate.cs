using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries;

/// <summary>Checks the Authorization header of requests, and gives tokens.</summary>
internal sealed class Gate(FakeAuthentication authentication, TimeProvider time)
{
    const string Service = "fake, \"registry\"";

    readonly ConcurrentDictionary<string, (string[] Scopes, DateTimeOffset Expires)> _tokens = new();

    /// <summary>A refusal, or null where the request may pass.</summary>
    public HttpReply? Check(HttpExchange request, string repository) => authentication switch
    {
        FakeAuthentication.Basic basic => request.Header("Authorization") == Header(basic.User, basic.Password) ? null : Refuse("Basic realm=\"fake, registry\""),
        FakeAuthentication.Bearer => CheckToken(request, $"repository:{repository}:{Action(request.Method)}"),
        _ => null,
    };

    /// <summary>The token service: GET with basic authentication, or POST with a refresh token.</summary>
    public async Task<HttpReply> GiveTokenAsync(HttpExchange request, CancellationToken cancellationToken)
    {
        if (authentication is not FakeAuthentication.Bearer bearer) return new HttpReply(404);
        var form = request.Method == "POST" ? await FormAsync(request, cancellationToken).ConfigureAwait(false) : null;
        var scopes = form is null ? [.. request.QueryAll("scope")] : form("scope")?.Split(' ') ?? [];
        if ((form is null ? request.Query("service") : form("service")) != Service) return Error(400, "UNSUPPORTED");
        var isKnown = form is null
            ? request.Header("Authorization") == Header(bearer.User, bearer.Password)
            : bearer.IdentityToken is not null && form("grant_type") == "refresh_token" && form("refresh_token") == bearer.IdentityToken;
        if (!isKnown && !(bearer.AnonymousPull && request.Header("Authorization") is null && form is null)) return Error(401, "UNAUTHORIZED");

        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = (isKnown ? scopes : [.. scopes.Select(PullOnly)], time.GetUtcNow() + bearer.Lifetime);
        var field = form is null ? "token" : "access_token";
        return HttpReply.Json(200, string.Create(CultureInfo.InvariantCulture, $$"""{"{{field}}":"{{token}}","expires_in":{{(int)bearer.Lifetime.TotalSeconds}}}"""));
    }

    /// <summary>A refusal as the specification has it.</summary>
    public static HttpReply Error(int status, string code) =>
        HttpReply.Json(status, $$"""{"errors":[{"code":"{{code}}","message":"{{code.ToLowerInvariant().Replace('_', ' ')}}"}]}""");

    HttpReply? CheckToken(HttpExchange request, string needed)
    {
        var header = request.Header("Authorization") ?? "";
        var isGood = header.StartsWith("Bearer ", StringComparison.Ordinal)
            && _tokens.TryGetValue(header[7..], out var token)
            && time.GetUtcNow() < token.Expires
            && token.Scopes.Any(scope => Covers(scope, needed));
        if (isGood) return null;
        var realm = $"http://{request.Header("Host")}/token";
        return Refuse($"Bearer realm=\"{realm}\",service=\"{Service.Replace("\"", "\\\"", StringComparison.Ordinal)}\",scope=\"{needed}\"");
    }

    static HttpReply Refuse(string challenge) => Error(401, "UNAUTHORIZED").With("WWW-Authenticate", challenge);

    static bool Covers(string scope, string needed)
    {
        var (have, want) = (scope.LastIndexOf(':'), needed.LastIndexOf(':'));
        return have == want && scope[..have] == needed[..want] && scope[(have + 1)..].Split(',').Contains(needed[(want + 1)..]);
    }

    static string PullOnly(string scope) => $"{scope[..scope.LastIndexOf(':')]}:pull";

    static string Action(string method) => method switch
    {
        "GET" or "HEAD" => "pull",
        "DELETE" => "delete",
        _ => "push",
    };

    static string Header(string user, string password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    static async Task<Func<string, string?>> FormAsync(HttpExchange request, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(await request.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        var form = new HttpExchange("POST", $"?{text}", request.Headers, new HttpBody(null!, 0, chunked: false, awaitsContinue: false));
        return form.Query;
    }
}
