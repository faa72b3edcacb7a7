using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>A manifest or index exactly as a registry keeps it: its bytes decide its digest, so they are never written anew.</summary>
public sealed class Manifest : IEquatable<Manifest>
{
    /// <summary>The largest manifest that is read or put: 4 MiB, as the distribution specification recommends.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    readonly byte[] _content;

    /// <summary>A manifest from its bytes, which are copied.</summary>
    /// <exception cref="ArgumentException">The media type is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is larger than <see cref="MaxBytes"/>.</exception>
    public Manifest(string mediaType, ReadOnlySpan<byte> content)
        : this(mediaType, content.ToArray(), Digest.OfBytes(content))
    {
    }

    internal Manifest(string mediaType, byte[] content, Digest digest)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, MaxBytes, nameof(content));
        (MediaType, _content, Digest) = (mediaType, content, digest);
    }

    /// <summary>What it is.</summary>
    public string MediaType { get; }

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Content => _content;

    /// <summary>The digest of its bytes.</summary>
    public Digest Digest { get; }

    /// <summary>Whether it lists further manifests; read it with <see cref="ReadIndex"/>, otherwise with <see cref="ReadImage"/>.</summary>
    public bool IsIndex => MediaTypes.IsIndex(MediaType);

    /// <summary>What points at it.</summary>
    public Descriptor Descriptor => new() { MediaType = MediaType, Digest = Digest, Size = _content.Length };

    /// <summary>Writes a manifest. Equal manifests give equal bytes.</summary>
    public static Manifest Of(ImageManifest image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new Manifest(image.MediaType, JsonSerializer.SerializeToUtf8Bytes(image, ContentJson.Default.ImageManifest));
    }

    /// <summary>Writes an index. Equal indexes give equal bytes.</summary>
    public static Manifest Of(ImageIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new Manifest(index.MediaType, JsonSerializer.SerializeToUtf8Bytes(index, ContentJson.Default.ImageIndex));
    }

    /// <summary>Reads it as the manifest of one image.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public ImageManifest ReadImage() => IsIndex ? throw Wrong("the manifest of one image") : Read(ContentJson.Default.ImageManifest, "the manifest of one image");

    /// <summary>Reads it as an index.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public ImageIndex ReadIndex() => IsIndex ? Read(ContentJson.Default.ImageIndex, "an index") : throw Wrong("an index");

    /// <inheritdoc/>
    public bool Equals(Manifest? other) => other is not null && other.Digest == Digest && other.MediaType == MediaType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Manifest);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Digest, MediaType);

    /// <summary>Media type and digest.</summary>
    public override string ToString() => $"{MediaType} {Digest}";

    T Read<T>(JsonTypeInfo<T> type, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(_content, type) ?? throw Wrong(what);
        }
        catch (JsonException unreadable)
        {
            throw Wrong(what, unreadable);
        }
    }

    FormatException Wrong(string what, Exception? inner = null) => new($"{Digest} ({MediaType}) isn't {what}{(inner is null ? "" : $": {inner.Message}")}.", inner);
}
