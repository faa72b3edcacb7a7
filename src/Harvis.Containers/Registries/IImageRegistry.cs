using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Manifests;
using Harvis.Containers.Registries.Tags;

namespace Harvis.Containers.Registries;

/// <summary>
/// Registries that keep images, by the OCI Distribution specification 1.1. References name their registry, so one serves for all.
/// Take the smallest of its parts that does: most need only <see cref="IManifestStore"/>.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md.
/// </summary>
public interface IImageRegistry : IManifestStore, IBlobStore, ITagStore;
