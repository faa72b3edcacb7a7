using System.Net;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>The requests for manifests.</summary>
internal sealed class ManifestOperations(RegistryTransport transport)
{
    static readonly (string, string)[] Accept = [("Accept", MediaTypes.AcceptedManifests)];

    readonly ManifestCache _cache = new();

    public async Task<Digest?> ResolveAsync(RegistryEndpoint endpoint, ImageReference reference, CancellationToken cancellationToken)
    {
        var request = Read(HttpMethod.Head, endpoint, reference) with { Expected = [HttpStatusCode.OK, HttpStatusCode.NotFound] };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.NotFound) return null;
        if (response.Header(ManifestReading.DigestHeader) is not { } text)
            return (await GetAsync(endpoint, reference, cancellationToken).ConfigureAwait(false)).Digest;
        if (!Digest.TryParse(text, null, out var digest)) throw response.Context.Unexpected("an answer whose digest can't be read", response.Status);
        if (reference.Digest is { } asked && asked != digest) throw response.Context.WrongDigest(asked.ToString(), digest.ToString());
        return digest;
    }

    public async Task<Manifest> GetAsync(RegistryEndpoint endpoint, ImageReference reference, CancellationToken cancellationToken) =>
        _cache.Find(reference) ?? (await FindAsync(endpoint, reference, [HttpStatusCode.OK], cancellationToken).ConfigureAwait(false))!;

    /// <summary>The manifest, or null where there is none and the caller expects that.</summary>
    public async Task<Manifest?> FindAsync(RegistryEndpoint endpoint, ImageReference reference, IReadOnlyList<HttpStatusCode> expected, CancellationToken cancellationToken)
    {
        var request = Read(HttpMethod.Get, endpoint, reference) with { Expected = expected };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.NotFound) return null;
        var manifest = await ManifestReading.ReadAsync(response, reference.Digest, cancellationToken).ConfigureAwait(false);
        _cache.Keep(reference, manifest);
        return manifest;
    }

    /// <summary>Puts a manifest.</summary>
    /// <returns>Whether the registry itself links it to its subject.</returns>
    public async Task<bool> PutAsync(RegistryEndpoint endpoint, ImageReference target, Manifest manifest, CancellationToken cancellationToken)
    {
        var name = target.Tag?.ToString() ?? manifest.Digest.ToString();
        var request = new RegistryRequest(endpoint, HttpMethod.Put, endpoint.Manifest(target.Repository, name), TokenScope.Push(target.Repository))
        {
            Headers = [("Content-Type", manifest.MediaType)],
            Body = () => new ReadOnlyMemoryContent(manifest.Content),
            Expected = [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Accepted],
        };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Header(ManifestReading.DigestHeader) is { } text && text != manifest.Digest.ToString())
            throw response.Context.WrongDigest(manifest.Digest.ToString(), text);
        _cache.Keep(target, manifest);
        return response.Header("OCI-Subject") is not null;
    }

    public async Task<bool> DeleteAsync(RegistryEndpoint endpoint, ImageReference reference, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(endpoint, HttpMethod.Delete, endpoint.Manifest(reference.Repository, NameOf(reference)), TokenScope.Delete(reference.Repository))
        {
            Expected = [HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
        };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reference.Digest is { } digest) _cache.Forget(reference, digest);
        return response.Status != HttpStatusCode.NotFound;
    }

    static RegistryRequest Read(HttpMethod method, RegistryEndpoint endpoint, ImageReference reference) =>
        new(endpoint, method, endpoint.Manifest(reference.Repository, NameOf(reference)), TokenScope.Pull(reference.Repository)) { Headers = Accept };

    static string NameOf(ImageReference reference) =>
        reference.Digest?.ToString() ?? reference.Tag?.ToString() ?? throw new ArgumentException($"{reference} names a repository; add a tag or a digest.", nameof(reference));
}
