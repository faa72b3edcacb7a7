using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.Registries.Transport;

/// <summary>Where a registry's API answers, and the addresses in it.</summary>
internal sealed class RegistryEndpoint
{
    // Docker Hub's references name a host that serves a web site.
    const string DockerHub = "docker.io";
    const string DockerHubApi = "registry-1.docker.io";

    public RegistryEndpoint(RegistryHost host, bool insecure)
    {
        (Host, Insecure) = (host, insecure);
        var authority = host.ToString() == DockerHub ? DockerHubApi : host.ToString();
        Base = new Uri($"{(insecure ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{authority}/v2/");
    }

    public RegistryHost Host { get; }

    /// <summary>Whether plain HTTP is spoken; only where the model says so.</summary>
    public bool Insecure { get; }

    public Uri Base { get; }

    public Uri Manifest(RepositoryName repository, string reference) => At(repository, "manifests", reference);

    public Uri Blob(RepositoryName repository, Digest digest) => At(repository, "blobs", digest.ToString());

    public Uri Uploads(RepositoryName repository) => At(repository, "blobs/uploads/", "");

    public Uri Mount(RepositoryName repository, Digest digest, RepositoryName from) =>
        new(Base, $"{repository}/blobs/uploads/?mount={digest}&from={Uri.EscapeDataString(from.ToString())}");

    public Uri Tags(RepositoryName repository, int pageSize) => new(Base, $"{repository}/tags/list?n={pageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    public Uri Referrers(RepositoryName repository, Digest digest, string? artifactType)
    {
        var filter = artifactType is null ? "" : $"?artifactType={Uri.EscapeDataString(artifactType)}";
        return new Uri(Base, $"{repository}/referrers/{digest}{filter}");
    }

    /// <summary>Whether an address is the registry's own; credentials go nowhere else.</summary>
    public bool Owns(Uri address) => IsSameOrigin(address, Base);

    public static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    Uri At(RepositoryName repository, string kind, string name) => new(Base, name.Length == 0 ? $"{repository}/{kind}" : $"{repository}/{kind}/{name}");
}
