using System.Text.Json.Serialization;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>The compiled readers of what authentication needs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(DockerConfig))]
[JsonSerializable(typeof(HelperAnswer))]
internal sealed partial class AuthenticationJson : JsonSerializerContext;
