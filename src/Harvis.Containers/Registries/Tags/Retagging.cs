using Harvis.Containers.Registries.Manifests;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Tags;

/// <summary>Gives an image that a registry has further tags.</summary>
public static class Retagging
{
    /// <summary>
    /// Puts the manifest of an image under further tags of its repository: one GET (none where the source names a digest that was fetched or put before)
    /// and one PUT a tag, all at once. No layer moves, and the digest stays.
    /// </summary>
    /// <param name="registry">The registry.</param>
    /// <param name="source">The image, by tag or digest.</param>
    /// <param name="tags">The tags it gets; those it has already are put again.</param>
    /// <param name="cancellationToken">Ends it; tags put before that stay.</param>
    /// <returns>The image's digest.</returns>
    /// <exception cref="Errors.RegistryException">There is no such image, or the registry refused a tag; the other tags are put all the same.</exception>
    public static async Task<Digest> RetagAsync(this IManifestStore registry, ImageReference source, IReadOnlyCollection<ImageTag> tags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var manifest = await registry.GetManifestAsync(source, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(tags.Select(tag => registry.PutManifestAsync(source.WithTag(tag), manifest, cancellationToken))).ConfigureAwait(false);
        return manifest.Digest;
    }
}
