using System.Text.Json.Serialization;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// A token service's answer. A class and not a record: nothing may print it.
/// See https://distribution.github.io/distribution/spec/auth/token/#token-response-fields.
/// </summary>
internal sealed class TokenResponse
{
    [JsonPropertyName("token")]
    public string? Token { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds; the specification's default is 60.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; init; }
}
