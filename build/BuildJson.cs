using System.Text.Json.Serialization;

namespace Harvis.Build;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Notification))]
sealed partial class BuildJson : JsonSerializerContext;
