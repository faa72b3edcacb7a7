using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>Reads and puts blobs: layers and configurations. Only the repository of a reference counts here.</summary>
public interface IBlobStore
{
    /// <summary>Whether the repository has a blob.</summary>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<bool> BlobExistsAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a blob for reading from an offset in bytes. A cut connection is resumed. Read from 0, its digest is verified when its end is reached:
    /// the last read throws <see cref="RegistryException"/> (HRV6004) where it is another.
    /// </summary>
    /// <exception cref="RegistryException">There is none (HRV6006), or the registry refused or couldn't be reached.</exception>
    Task<Stream> OpenBlobAsync(ImageReference repository, Digest digest, long offset, CancellationToken cancellationToken);

    /// <summary>
    /// Uploads a blob unless the repository has it: small ones with one request, larger ones in chunks. After a cut connection the registry is asked
    /// how far it got, and the upload goes on from there.
    /// </summary>
    /// <returns>False where the repository had it already.</returns>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    /// <exception cref="Harvis.Model.Diagnostics.DiagnosticException">The source can't be read, or is shorter than it says (HRV6009).</exception>
    Task<bool> PutBlobAsync(ImageReference repository, BlobSource source, CancellationToken cancellationToken);

    /// <summary>Makes a blob of another repository of the same registry this one's too; nothing is transferred.</summary>
    /// <returns>False where the registry can't: it doesn't mount, or has no such blob there. Upload it then.</returns>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<bool> MountBlobAsync(ImageReference repository, Digest digest, RepositoryName from, CancellationToken cancellationToken);
}
