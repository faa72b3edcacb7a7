using Harvis.Model.Names;

namespace Harvis.Model.Images;

/// <summary>An image that others are built on. Closed: <see cref="PinnedBaseImage"/> or <see cref="DebianBaseImage"/>.</summary>
public abstract record BaseImage : INamed
{
    private protected BaseImage(string name) => Name = DnsLabel.Parse(name).ToString();

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>An image of a registry, pinned by digest.</summary>
    /// <param name="name">What this pipeline calls it.</param>
    /// <param name="reference">A full reference with a digest.</param>
    /// <exception cref="FormatException">The reference can't be read or has no digest.</exception>
    public static PinnedBaseImage Pinned(string name, string reference) => new(name, ImageReference.Parse(reference));

    /// <summary>An image made from Debian packages, for sites where no public registry can be reached.</summary>
    /// <param name="name">What this pipeline calls it.</param>
    /// <param name="packages">Debian packages to install, besides the essential ones.</param>
    public static DebianBaseImage Debian(string name, params IReadOnlyList<string> packages) => new(name, packages);
}
