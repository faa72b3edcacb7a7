using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>
/// Points at a blob or manifest by digest, and says what it is and how large.
/// See https://github.com/opencontainers/image-spec/blob/main/descriptor.md.
/// </summary>
public sealed record Descriptor
{
    /// <summary>What it points at.</summary>
    public required string MediaType { get; init; }

    /// <summary>The digest of its bytes.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where else it can be had; layers with addresses aren't pushed.</summary>
    public IReadOnlyList<string>? Urls { get; init; }

    /// <summary>What the image runs on; only in an index.</summary>
    public Platform? Platform { get; init; }

    /// <summary>What kind of artifact the manifest is; only in a list of referrers.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Free keys and values.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
