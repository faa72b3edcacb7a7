using System.Text.Json.Serialization;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// What <c>docker-credential-… get</c> prints. A class and not a record: nothing may print it.
/// See https://github.com/docker/docker-credential-helpers.
/// </summary>
internal sealed class HelperAnswer
{
    [JsonPropertyName("Username")]
    public string? Username { get; init; }

    [JsonPropertyName("Secret")]
    public string? Secret { get; init; }
}
