using System.Net;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Tags;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>
/// Lists and links what says something about a manifest.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers.
/// </summary>
internal sealed class Referrers(RegistryTransport transport, ManifestOperations manifests)
{
    static readonly HttpStatusCode[] FoundOrNot = [HttpStatusCode.OK, HttpStatusCode.NotFound];

    // The list is read, changed and put back; two at once would lose one.
    readonly OneAtATime _changes = new();

    public async Task<IReadOnlyList<Descriptor>> ListAsync(RegistryEndpoint endpoint, ImageReference repository, Digest subject, string? artifactType, CancellationToken cancellationToken)
    {
        var found = await AskAsync(endpoint, repository, subject, artifactType, cancellationToken).ConfigureAwait(false)
            ?? await ReadTagAsync(endpoint, repository, subject, cancellationToken).ConfigureAwait(false);
        // A registry may ignore the filter, and the tag's list knows none.
        return artifactType is null ? found : [.. found.Where(each => each.ArtifactType == artifactType)];
    }

    /// <summary>Adds a manifest to the referrers tag of its subject, for registries without the API.</summary>
    public Task LinkAsync(RegistryEndpoint endpoint, ImageReference repository, Digest subject, Descriptor entry, CancellationToken cancellationToken) =>
        _changes.RunAsync(
            async () =>
            {
                var before = await ReadTagAsync(endpoint, repository, subject, cancellationToken).ConfigureAwait(false);
                if (before.Any(each => each.Digest == entry.Digest)) return false;
                var after = Manifest.Of(new ImageIndex { Manifests = [.. before, entry] });
                return await manifests.PutAsync(endpoint, repository.WithTag(ReferrersTag.Of(subject)), after, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    // Null where the registry doesn't know the API.
    async Task<IReadOnlyList<Descriptor>?> AskAsync(RegistryEndpoint endpoint, ImageReference repository, Digest subject, string? artifactType, CancellationToken cancellationToken)
    {
        var found = new List<Descriptor>();
        var pages = new PageWalk(endpoint.Referrers(repository.Repository, subject, artifactType));
        while (pages.Next is { } address)
        {
            var request = new RegistryRequest(endpoint, HttpMethod.Get, address, TokenScope.Pull(repository.Repository))
            {
                Headers = [("Accept", MediaTypes.OciIndex)],
                Expected = FoundOrNot,
            };
            using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.Status == HttpStatusCode.NotFound || response.MediaType != MediaTypes.OciIndex) return null;
            var index = await ManifestReading.ReadAsync(response, null, cancellationToken).ConfigureAwait(false);
            found.AddRange(ReadIndex(index, response));
            pages.Turn(response);
        }

        return found;
    }

    async Task<IReadOnlyList<Descriptor>> ReadTagAsync(RegistryEndpoint endpoint, ImageReference repository, Digest subject, CancellationToken cancellationToken)
    {
        var tag = repository.WithTag(ReferrersTag.Of(subject));
        var list = await manifests.FindAsync(endpoint, tag, FoundOrNot, cancellationToken).ConfigureAwait(false);
        return list is { IsIndex: true } ? list.ReadIndex().Manifests : [];
    }

    static IReadOnlyList<Descriptor> ReadIndex(Manifest index, RegistryResponse response)
    {
        try
        {
            return index.ReadIndex().Manifests;
        }
        catch (FormatException)
        {
            throw response.Context.Unexpected("a list of referrers that can't be read", response.Status);
        }
    }
}
