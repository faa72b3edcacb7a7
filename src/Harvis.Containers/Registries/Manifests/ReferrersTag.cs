using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Manifests;

/// <summary>
/// The tag under which clients keep the list of a manifest's referrers where the registry has no API for it.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema.
/// </summary>
internal static class ReferrersTag
{
    const int MaxHex = 64;

    public static ImageTag Of(Digest subject) =>
        ImageTag.Parse($"{subject.Algorithm}-{(subject.Hex.Length > MaxHex ? subject.Hex[..MaxHex] : subject.Hex)}");
}
