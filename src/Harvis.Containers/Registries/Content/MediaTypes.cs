namespace Harvis.Containers.Registries.Content;

/// <summary>
/// The media types that images are made of.
/// See https://github.com/opencontainers/image-spec/blob/main/media-types.md and
/// https://distribution.github.io/distribution/spec/manifest-v2-2/.
/// </summary>
public static class MediaTypes
{
    /// <summary>A manifest of one image, OCI.</summary>
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An index: one image for several platforms, or a list of referrers, OCI.</summary>
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    /// <summary>The configuration of an image, OCI.</summary>
    public const string OciConfig = "application/vnd.oci.image.config.v1+json";

    /// <summary>A layer: a gzipped tar archive, OCI.</summary>
    public const string OciLayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>The empty JSON object <c>{}</c>, the configuration of artifacts that have none.</summary>
    public const string OciEmpty = "application/vnd.oci.empty.v1+json";

    /// <summary>A manifest of one image, Docker schema 2.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>One image for several platforms, Docker schema 2.</summary>
    public const string DockerManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>The configuration of an image, Docker schema 2.</summary>
    public const string DockerConfig = "application/vnd.docker.container.image.v1+json";

    /// <summary>A layer: a gzipped tar archive, Docker schema 2.</summary>
    public const string DockerLayerGzip = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    /// <summary>What is asked for with a manifest; a registry otherwise may convert it to what the client is thought to understand.</summary>
    internal const string AcceptedManifests = $"{OciIndex}, {OciManifest}, {DockerManifestList}, {DockerManifest}";

    /// <summary>Whether this is a list of manifests, OCI or Docker.</summary>
    public static bool IsIndex(string mediaType) => mediaType is OciIndex or DockerManifestList;

    /// <summary>Whether this is the manifest of one image, OCI or Docker.</summary>
    public static bool IsImage(string mediaType) => mediaType is OciManifest or DockerManifest;
}
