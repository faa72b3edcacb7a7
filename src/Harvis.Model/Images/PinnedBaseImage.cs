namespace Harvis.Model.Images;

/// <summary>A base image of a registry, always pinned by digest.</summary>
public sealed record PinnedBaseImage : BaseImage
{
    internal PinnedBaseImage(string name, ImageReference reference)
        : base(name)
    {
        if (reference.Digest is null) throw new FormatException($"Base image \"{reference}\" isn't pinned: add its digest, {reference}@sha256:….");
        Reference = reference;
    }

    /// <summary>The full reference.</summary>
    public ImageReference Reference { get; }
}
