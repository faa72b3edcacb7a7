namespace Harvis.Containers.Registries.Content;

/// <summary>
/// A list of manifests: one image for several platforms, or the referrers of a manifest.
/// See https://github.com/opencontainers/image-spec/blob/main/image-index.md.
/// </summary>
public sealed record ImageIndex
{
    /// <summary>Always 2.</summary>
    public int SchemaVersion { get; init; } = 2;

    /// <summary>The index's own media type. The default is <see cref="MediaTypes.OciIndex"/>.</summary>
    public string MediaType { get; init; } = MediaTypes.OciIndex;

    /// <summary>What kind of artifact this is; null for an image.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The manifests.</summary>
    public required IReadOnlyList<Descriptor> Manifests { get; init; }

    /// <summary>The manifest that this one says something about, or null.</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Free keys and values.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
