namespace Harvis.Model.Images;

/// <summary>A base image bootstrapped from Debian packages with mmdebstrap; the same packages give the same bytes.</summary>
public sealed record DebianBaseImage : BaseImage
{
    internal DebianBaseImage(string name, IReadOnlyList<string> packages)
        : base(name) => Packages = packages;

    /// <summary>What is installed besides the essential packages, in this order.</summary>
    public IReadOnlyList<string> Packages { get; }

    /// <summary>The Debian release's code name. The default is <c>bookworm</c> (12).</summary>
    public string Suite { get; init; } = "bookworm";

    /// <summary>Variables every container of this image has.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Path patterns left out of the image, as dpkg's <c>path-exclude</c> takes them (documentation, translations).</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Files that are there before any package is configured, by absolute path: answers to what packages' scripts would decide otherwise.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute paths (wildcards allowed) that are removed at the end: what packages generate and no image may hold, such as keys.</summary>
    public IReadOnlyList<string> Removes { get; init; } = [];
}
