using System.Text.Json.Serialization;

namespace Harvis.Containers.Registries.Tags;

/// <summary>The compiled reader of tag pages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TagPage))]
internal sealed partial class TagJson : JsonSerializerContext;
