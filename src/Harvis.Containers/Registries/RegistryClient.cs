using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Manifests;
using Harvis.Containers.Registries.Tags;
using Harvis.Containers.Registries.Transport;
using Harvis.Engine.Http;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.Registries;

/// <summary>
/// The client of real registries. Every member may be called in parallel; make one a process, since it keeps connections and tokens.
/// Plain HTTP is spoken only to registries declared with <see cref="Registry.Insecure"/>; to all others HTTPS, verified by the system's certificates.
/// </summary>
public sealed class RegistryClient : IImageRegistry, IDisposable
{
    readonly Dictionary<RegistryHost, RegistryEndpoint> _declared;
    readonly HttpConnections _connections;
    readonly ManifestOperations _manifests;
    readonly Referrers _referrers;
    readonly BlobOperations _blobs;
    readonly TagOperations _tags;

    /// <summary>A client. Nothing is opened or read before the first request.</summary>
    /// <param name="registries">The registries of the model; references to others are answered too, over HTTPS.</param>
    /// <param name="credentials">Asked when a registry wants credentials.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="time">The clock of waits and time limits; null for the system's.</param>
    /// <param name="random">The jitter of waits; null for a shared one.</param>
    public RegistryClient(IEnumerable<Registry> registries, ICredentialSource credentials, RegistryClientOptions? options = null, TimeProvider? time = null, Random? random = null)
    {
        (options, time) = (options ?? new RegistryClientOptions(), time ?? TimeProvider.System);
        _declared = registries.DistinctBy(registry => registry.Host).ToDictionary(registry => registry.Host, registry => new RegistryEndpoint(registry.Host, registry.Insecure));
        _connections = new HttpConnections(options);
        var retries = new RetrySchedule(options.Retries, time, random ?? Random.Shared);
        var authenticator = new Authenticator(credentials, new TokenService(_connections, options, retries, time), time);
        var transport = new RegistryTransport(_connections, authenticator, options, retries, time);
        _manifests = new ManifestOperations(transport);
        _referrers = new Referrers(transport, _manifests);
        _blobs = new BlobOperations(transport);
        _tags = new TagOperations(transport);
    }

    /// <inheritdoc/>
    public Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken) =>
        _manifests.ResolveAsync(At(reference), reference, cancellationToken);

    /// <inheritdoc/>
    public Task<Manifest> GetManifestAsync(ImageReference reference, CancellationToken cancellationToken) =>
        _manifests.GetAsync(At(reference), reference, cancellationToken);

    /// <inheritdoc/>
    public async Task<Digest> PutManifestAsync(ImageReference target, Manifest manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var endpoint = At(target);
        if (target.Digest is { } digest && digest != manifest.Digest) throw new ArgumentException($"{target} names another digest than the manifest's, {manifest.Digest}.", nameof(target));
        var isLinked = await _manifests.PutAsync(endpoint, target, manifest, cancellationToken).ConfigureAwait(false);
        if (!isLinked && SubjectOfManifest.Find(manifest) is { } link)
            await _referrers.LinkAsync(endpoint, target, link.Subject.Digest, link.Entry, cancellationToken).ConfigureAwait(false);
        return manifest.Digest;
    }

    /// <inheritdoc/>
    public Task<bool> DeleteManifestAsync(ImageReference reference, CancellationToken cancellationToken) =>
        _manifests.DeleteAsync(At(reference), reference, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Descriptor>> ReferrersAsync(ImageReference subject, string? artifactType, CancellationToken cancellationToken)
    {
        var endpoint = At(subject);
        var digest = subject.Digest ?? throw new ArgumentException($"{subject} has no digest, and referrers refer to digests.", nameof(subject));
        return _referrers.ListAsync(endpoint, subject, digest, artifactType, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> BlobExistsAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) =>
        _blobs.ExistsAsync(At(repository), repository.Repository, digest, TokenScope.Pull(repository.Repository), cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenBlobAsync(ImageReference repository, Digest digest, long offset, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return _blobs.OpenAsync(At(repository), repository.Repository, digest, offset, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> PutBlobAsync(ImageReference repository, BlobSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _blobs.PutAsync(At(repository), repository.Repository, source, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> MountBlobAsync(ImageReference repository, Digest digest, RepositoryName from, CancellationToken cancellationToken) =>
        _blobs.MountAsync(At(repository), repository.Repository, digest, from, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageTag> ListTagsAsync(ImageReference repository, CancellationToken cancellationToken) =>
        _tags.ListAsync(At(repository), repository.Repository, cancellationToken);

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _connections.Dispose();

    RegistryEndpoint At(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _declared.TryGetValue(reference.Registry, out var endpoint) ? endpoint : new RegistryEndpoint(reference.Registry, insecure: false);
    }
}
