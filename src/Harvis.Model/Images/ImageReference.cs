using System.Diagnostics.CodeAnalysis;
using Harvis.Model.Registries;

namespace Harvis.Model.Images;

/// <summary>
/// A full reference to an image: <c>registry/repository[:tag][@digest]</c>. Always names its registry; nothing is guessed.
/// The short forms of Docker Hub are read (<c>nginx</c> and <c>docker.io/nginx</c> are <c>docker.io/library/nginx</c>).
/// See https://pkg.go.dev/github.com/distribution/reference.
/// </summary>
public sealed record ImageReference : IParsable<ImageReference>
{
    /// <summary>A reference from its parts; without tag and digest it names the repository.</summary>
    public ImageReference(RegistryHost registry, RepositoryName repository, ImageTag? tag = null, Digest? digest = null) =>
        (Registry, Repository, Tag, Digest) = (registry, repository, tag, digest);

    /// <summary>Where the registry answers.</summary>
    public RegistryHost Registry { get; }

    /// <summary>The repository in that registry.</summary>
    public RepositoryName Repository { get; }

    /// <summary>The tag, if named.</summary>
    public ImageTag? Tag { get; }

    /// <summary>The digest, if pinned. Where both are named, the digest decides.</summary>
    public Digest? Digest { get; }

    /// <summary>The same repository with a tag and no digest.</summary>
    public ImageReference WithTag(ImageTag tag) => new(Registry, Repository, tag);

    /// <summary>The same repository with a digest and no tag.</summary>
    public ImageReference WithDigest(Digest digest) => new(Registry, Repository, digest: digest);

    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">It isn't one; the message names the part that is wrong.</exception>
    public static ImageReference Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        var (rest, digest) = SplitDigest(s);
        var (name, tag) = SplitTag(rest);
        var (registry, repository) = SplitRegistry(name);
        try
        {
            return new ImageReference(
                RegistryHost.Parse(registry),
                RepositoryName.Parse(repository),
                tag is null ? null : ImageTag.Parse(tag),
                digest is null ? null : Images.Digest.Parse(digest));
        }
        catch (FormatException wrongPart)
        {
            throw new FormatException($"\"{s}\" isn't an image reference: {wrongPart.Message}", wrongPart);
        }
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ImageReference result)
    {
        result = null;
        if (s is null) return false;
        try
        {
            result = Parse(s, provider);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var tag = Tag is null ? "" : $":{Tag}";
        var digest = Digest is null ? "" : $"@{Digest}";
        return $"{Registry}/{Repository}{tag}{digest}";
    }

    static (string Name, string? Digest) SplitDigest(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    static (string Name, string? Tag) SplitTag(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf('/') ? (text[..colon], text[(colon + 1)..]) : (text, null);
    }

    // The first part is a registry only if it looks like a host, and Docker Hub's own images lie in "library": both are Docker's own rules.
    // See https://github.com/distribution/reference/blob/main/normalize.go.
    static (string Registry, string Repository) SplitRegistry(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        var (registry, repository) = IsHost(first) ? (first, name[(slash + 1)..]) : (RegistryHost.DockerHub, name);
        if (registry == "index.docker.io") registry = RegistryHost.DockerHub;
        return (registry, registry == RegistryHost.DockerHub && !repository.Contains('/', StringComparison.Ordinal) ? $"library/{repository}" : repository);
    }

    static bool IsHost(string text) =>
        text == "localhost" || text.AsSpan().IndexOfAny('.', ':') >= 0 || text.Any(char.IsAsciiLetterUpper);
}
