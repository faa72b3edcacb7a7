using System.Text.Json.Serialization;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>
/// The configuration of an image, as far as Harvis reads it.
/// See https://github.com/opencontainers/image-spec/blob/main/config.md.
/// </summary>
public sealed record ImageConfig
{
    /// <summary>When it was built, or null.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>CPU architecture as Go names it.</summary>
    public required string Architecture { get; init; }

    /// <summary>Operating system as Go names it.</summary>
    public required string Os { get; init; }

    /// <summary>CPU variant, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>How its containers start, or null.</summary>
    public ContainerConfig? Config { get; init; }

    /// <summary>The layers that make up its file system.</summary>
    [JsonPropertyName("rootfs")]
    public required RootFileSystem RootFileSystem { get; init; }

    /// <summary>What it runs on.</summary>
    [JsonIgnore]
    public Platform Platform => new(Os, Architecture, Variant);
}
