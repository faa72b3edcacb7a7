using Harvis.Containers.BaseImages;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Delivery;

/// <summary>Puts base images into a registry through its client.</summary>
sealed class RegistryPush(IImageRegistry registry) : IImagePush
{
    public Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken) => registry.ResolveAsync(reference, cancellationToken);

    public async Task PutBlobAsync(ImageReference repository, Digest digest, string file, CancellationToken cancellationToken)
    {
        var size = new FileInfo(file).Length;
        var source = BlobSource.OfFile(file, digest, size);
        await registry.PutBlobAsync(repository, source, cancellationToken);
    }

    public Task<Digest> PutManifestAsync(ImageReference reference, string mediaType, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken) =>
        registry.PutManifestAsync(reference, new Manifest(mediaType, manifest.Span), cancellationToken);
}
