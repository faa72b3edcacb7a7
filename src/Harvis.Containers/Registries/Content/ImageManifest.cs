namespace Harvis.Containers.Registries.Content;

/// <summary>
/// The manifest of one image or artifact: a configuration and layers.
/// See https://github.com/opencontainers/image-spec/blob/main/manifest.md.
/// </summary>
public sealed record ImageManifest
{
    /// <summary>Always 2.</summary>
    public int SchemaVersion { get; init; } = 2;

    /// <summary>The manifest's own media type. The default is <see cref="MediaTypes.OciManifest"/>.</summary>
    public string MediaType { get; init; } = MediaTypes.OciManifest;

    /// <summary>What kind of artifact this is; null for an image.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The configuration.</summary>
    public required Descriptor Config { get; init; }

    /// <summary>The layers, lowest first.</summary>
    public required IReadOnlyList<Descriptor> Layers { get; init; }

    /// <summary>The manifest that this one says something about (a signature, an SBOM), or null.</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Free keys and values.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
