using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Copying;

/// <summary>Copies images between repositories and registries.</summary>
public static class ImageCopying
{
    // Enough to hide latency; registries and disks gain nothing from more.
    const int BlobsAtOnce = 4;

    /// <summary>
    /// Copies an image, or an index with all its images. Blobs that the target has stay, those of the same registry are mounted, others are streamed
    /// through this process and resumed when cut. Bytes and digests stay the same.
    /// </summary>
    /// <param name="registry">Reaches both registries.</param>
    /// <param name="source">The image, by tag or digest.</param>
    /// <param name="target">The repository, and the tag if it shall have one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The image's digest.</returns>
    /// <exception cref="Errors.RegistryException">A registry refused or couldn't be reached.</exception>
    public static async Task<Digest> CopyImageAsync(this IImageRegistry registry, ImageReference source, ImageReference target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var manifest = await registry.GetManifestAsync(source, cancellationToken).ConfigureAwait(false);
        if (manifest.IsIndex)
        {
            foreach (var child in manifest.ReadIndex().Manifests)
                await registry.CopyImageAsync(source.WithDigest(child.Digest), target.WithDigest(child.Digest), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var image = manifest.ReadImage();
            var options = new ParallelOptions { MaxDegreeOfParallelism = BlobsAtOnce, CancellationToken = cancellationToken };
            var blobs = image.Layers.Append(image.Config).Where(IsDistributed).DistinctBy(blob => blob.Digest);
            await Parallel.ForEachAsync(blobs, options, async (blob, token) => await CopyBlobAsync(registry, source, target, blob, token).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return await registry.PutManifestAsync(target, manifest, cancellationToken).ConfigureAwait(false);
    }

    // Layers with addresses of their own are fetched from there by whoever runs the image.
    static bool IsDistributed(Descriptor blob) => blob.Urls is not { Count: > 0 };

    static async Task CopyBlobAsync(IImageRegistry registry, ImageReference source, ImageReference target, Descriptor blob, CancellationToken cancellationToken)
    {
        if (source.Registry == target.Registry)
        {
            if (source.Repository == target.Repository) return;
            if (await registry.BlobExistsAsync(target, blob.Digest, cancellationToken).ConfigureAwait(false)) return;
            if (await registry.MountBlobAsync(target, blob.Digest, source.Repository, cancellationToken).ConfigureAwait(false)) return;
        }

        var stream = BlobSource.Of(blob.Digest, blob.Size, async (offset, token) => await registry.OpenBlobAsync(source, blob.Digest, offset, token).ConfigureAwait(false));
        await registry.PutBlobAsync(target, stream, cancellationToken).ConfigureAwait(false);
    }
}
