using System.Text.Json.Serialization;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>The layers of an image's file system, by the digests of their uncompressed archives.</summary>
public sealed record RootFileSystem
{
    /// <summary>Always <c>layers</c>.</summary>
    public string Type { get; init; } = "layers";

    /// <summary>The digests, lowest layer first.</summary>
    [JsonPropertyName("diff_ids")]
    public required IReadOnlyList<Digest> DiffIds { get; init; }
}
