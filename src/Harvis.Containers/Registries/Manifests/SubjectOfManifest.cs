using Harvis.Containers.Registries.Content;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>What a manifest says something about.</summary>
internal static class SubjectOfManifest
{
    /// <summary>The manifest's subject, and how it is listed among the referrers of that; null where it has none.</summary>
    public static (Descriptor Subject, Descriptor Entry)? Find(Manifest manifest)
    {
        // Most have none, and are put thousands of times: they aren't parsed for it.
        if (manifest.Content.Span.IndexOf("\"subject\""u8) < 0) return null;
        if (manifest.IsIndex)
        {
            var index = manifest.ReadIndex();
            return index.Subject is null ? null : (index.Subject, Entry(manifest, index.ArtifactType, index.Annotations));
        }

        var image = manifest.ReadImage();
        return image.Subject is null ? null : (image.Subject, Entry(manifest, image.ArtifactType ?? image.Config.MediaType, image.Annotations));
    }

    static Descriptor Entry(Manifest manifest, string? artifactType, IReadOnlyDictionary<string, string>? annotations) =>
        manifest.Descriptor with { ArtifactType = artifactType, Annotations = annotations };
}
