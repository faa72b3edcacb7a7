using System.Collections.Concurrent;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>Manifests that a repository is known to have. They never change under their digest; only deleting makes them wrong.</summary>
internal sealed class ManifestCache
{
    // A run handles tens of images; past that the cache is emptied rather than sorted by use.
    const int MaxEntries = 256;

    readonly ConcurrentDictionary<ImageReference, Manifest> _byDigest = new();

    public Manifest? Find(ImageReference reference) =>
        reference.Digest is { } digest ? _byDigest.GetValueOrDefault(reference.WithDigest(digest)) : null;

    public void Keep(ImageReference repository, Manifest manifest)
    {
        if (_byDigest.Count >= MaxEntries) _byDigest.Clear();
        _byDigest[repository.WithDigest(manifest.Digest)] = manifest;
    }

    public void Forget(ImageReference repository, Digest digest) => _byDigest.TryRemove(repository.WithDigest(digest), out _);
}
