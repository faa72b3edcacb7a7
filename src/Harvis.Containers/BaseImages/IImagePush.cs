using Harvis.Model.Images;

namespace Harvis.Containers.BaseImages;

/// <summary>What making a base image needs of a registry.</summary>
public interface IImagePush
{
    /// <summary>The digest a tag stands for, or null where the registry has no such tag.</summary>
    Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>Uploads a file as a blob unless the repository has it.</summary>
    /// <param name="repository">Where to.</param>
    /// <param name="digest">The digest of the file's content.</param>
    /// <param name="file">Its path.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    Task PutBlobAsync(ImageReference repository, Digest digest, string file, CancellationToken cancellationToken);

    /// <summary>Puts a manifest under a tag; its blobs are there already.</summary>
    /// <returns>The digest the registry holds it under.</returns>
    Task<Digest> PutManifestAsync(ImageReference reference, string mediaType, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken);
}
