using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harvis.Engine.Files;
using Harvis.Model.Images;

namespace Harvis.Containers.Content;

/// <summary>
/// Everything an image is made of: the Dockerfile, the files of its context, build arguments, base images by digest, stage
/// and platform. What a builder is given, so that what is built is what was digested.
/// </summary>
/// <remarks>
/// <para>A context holds what git sees (tracked, or untracked and not ignored) and <c>.dockerignore</c> doesn't leave out. A
/// file that git ignores isn't built into an image, whether it lies there or not: a laptop and CI build the same.</para>
/// <para>Labels, times, owners, permissions other than "executable", empty folders and where the checkout lies don't count.</para>
/// </remarks>
public sealed class ImageContent
{
    /// <summary>How many hexadecimal digits of the digest the tag has; 128 bits.</summary>
    public const int TagDigits = 32;

    // Raise it whenever the same sources would be built differently: every image is built once more.
    const string Algorithm = "harvis-image-content-1";

    readonly Lazy<Digest> _digest;

    internal ImageContent(
        ContainerImage image,
        string folder,
        ContentFile dockerfile,
        ContentFile? ignoreFile,
        IReadOnlyList<ContentEntry> entries,
        IReadOnlyDictionary<string, ImageReference> bases)
    {
        (Image, Folder, DockerfileFile, IgnoreFile, Entries, Bases) = (image, folder, dockerfile, ignoreFile, entries, bases);
        _digest = new Lazy<Digest>(Compute);
    }

    /// <summary>The image.</summary>
    public ContainerImage Image { get; }

    /// <summary>The full path of the folder that <see cref="Entries"/> are relative to.</summary>
    public string Folder { get; }

    /// <summary>The Dockerfile. It counts whether or not <c>.dockerignore</c> leaves it out of the context.</summary>
    public ContentEntry Dockerfile => DockerfileFile.Entry;

    /// <summary>The files and links of the context, in ordinal order of their paths.</summary>
    public IReadOnlyList<ContentEntry> Entries { get; }

    /// <summary>The base image that each <c>ARG</c> stands for, by digest.</summary>
    public IReadOnlyDictionary<string, ImageReference> Bases { get; }

    /// <summary>All build arguments: the image's own, and the references of its base images.</summary>
    public IEnumerable<KeyValuePair<string, string>> Arguments =>
        Image.Arguments.Concat(Bases.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The Dockerfile with its bytes.</summary>
    internal ContentFile DockerfileFile { get; }

    /// <summary>The ignore file that was followed, or null for none. It counts, too.</summary>
    internal ContentFile? IgnoreFile { get; }

    /// <summary>The digest over all of it.</summary>
    public Digest Digest => _digest.Value;

    /// <summary>The tag an image with this content has in a registry: <c>content-</c> and 32 digits. If it is there, nothing needs building.</summary>
    public ImageTag Tag => ImageTag.Parse($"content-{Digest.Hex[..TagDigits]}");

    // Every field with its length before it: no two different contents are written alike.
    Digest Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Write(hash, Algorithm, Image.Platform.ToString(), Image.Stage is null ? "last" : $"stage {Image.Stage}");
        WriteAll(hash, Image.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal), pair => Write(hash, pair.Key, pair.Value));
        WriteAll(hash, Bases.OrderBy(pair => pair.Key, StringComparer.Ordinal), pair => Write(hash, pair.Key, pair.Value.Digest.ToString()!));
        WriteAll(hash, [Dockerfile], entry => Write(hash, entry));
        WriteAll(hash, IgnoreFile is null ? [] : new[] { IgnoreFile.Entry }, entry => Write(hash, entry));
        WriteAll(hash, Entries, entry => Write(hash, entry));
        return Digest.OfSha256(hash.GetHashAndReset());
    }

    static void WriteAll<T>(IncrementalHash hash, IEnumerable<T> items, Action<T> write)
    {
        var all = items.ToArray();
        Write(hash, all.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var item in all) write(item);
    }

    static void Write(IncrementalHash hash, ContentEntry entry) =>
        Write(hash, entry.Path, entry.Kind == EntryKind.Link ? "link" : entry.Executable ? "executable" : "file", entry.Digest.ToString());

    static void Write(IncrementalHash hash, params ReadOnlySpan<string> fields)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
