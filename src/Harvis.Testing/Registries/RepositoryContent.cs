using Harvis.Model.Images;

namespace Harvis.Testing.Registries;

/// <summary>What one repository keeps.</summary>
internal sealed class RepositoryContent
{
    public Dictionary<Digest, byte[]> Blobs { get; } = [];

    public Dictionary<Digest, (string MediaType, byte[] Content)> Manifests { get; } = [];

    public SortedDictionary<string, Digest> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The digest that a tag or a digest stands for, or null.</summary>
    public Digest? Resolve(string reference)
    {
        if (Digest.TryParse(reference, null, out var digest)) return Manifests.ContainsKey(digest) ? digest : null;
        return Tags.TryGetValue(reference, out var tagged) ? tagged : null;
    }
}
