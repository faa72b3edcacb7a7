using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>Reads, puts and deletes manifests.</summary>
public interface IManifestStore
{
    /// <summary>The digest that a tag (or a digest) stands for, without fetching the manifest.</summary>
    /// <param name="reference">With a tag or a digest; the digest decides.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where the registry has no such manifest.</returns>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>The manifest, verified against its digest.</summary>
    /// <param name="reference">With a tag or a digest; the digest decides, and a manifest fetched before by digest isn't fetched again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RegistryException">There is none (HRV6006), it isn't what its digest says (HRV6004), or the registry refused or couldn't be reached.</exception>
    Task<Manifest> GetManifestAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a manifest under a tag, or under its digest alone. The registry must have what it points at.
    /// Where the manifest has a subject and the registry no referrers API, the subject's referrers tag is updated.
    /// </summary>
    /// <param name="target">The repository, and the tag if it shall have one.</param>
    /// <param name="manifest">The manifest; its bytes go out as they are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The manifest's digest, which the registry confirmed.</returns>
    /// <exception cref="ArgumentException">The target names another digest.</exception>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<Digest> PutManifestAsync(ImageReference target, Manifest manifest, CancellationToken cancellationToken);

    /// <summary>Deletes a manifest with all its tags (a reference with a digest), or one tag. Many registries only do the former.</summary>
    /// <returns>False where there is none any more: there was none, or the answer to a first attempt was lost.</returns>
    /// <exception cref="ArgumentException">The reference has neither tag nor digest.</exception>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<bool> DeleteManifestAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>What says something about a manifest: signatures, SBOMs. Where the registry has no referrers API, the referrers tag is read.</summary>
    /// <param name="subject">With a digest. It needn't exist.</param>
    /// <param name="artifactType">Only artifacts of this type; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The reference has no digest.</exception>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    Task<IReadOnlyList<Descriptor>> ReferrersAsync(ImageReference subject, string? artifactType, CancellationToken cancellationToken);
}
