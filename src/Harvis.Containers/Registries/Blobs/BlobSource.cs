using System.Security.Cryptography;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>Content to upload. It can be opened again at any offset, so that a cut upload goes on where it was cut.</summary>
public sealed class BlobSource
{
    readonly Func<long, CancellationToken, ValueTask<Stream>> _open;

    BlobSource(Digest digest, long length, Func<long, CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (Digest, Length, _open) = (digest, length, open);
    }

    /// <summary>The digest of the content.</summary>
    public Digest Digest { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>Bytes in memory.</summary>
    public static BlobSource OfBytes(ReadOnlyMemory<byte> content) => new(
        Digest.OfBytes(content.Span),
        content.Length,
        (offset, _) => new(new MemoryStream(content[(int)offset..].ToArray(), writable: false)));

    /// <summary>A file, which is read once for its digest.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static async Task<BlobSource> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        var file = OpenFile(path, 0);
        await using var _ = file.ConfigureAwait(false);
        var hash = await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false);
        return OfFile(path, Digest.OfSha256(hash), file.Length);
    }

    /// <summary>A file whose digest is known; the registry refuses it if that is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="length">Its length in bytes.</param>
    public static BlobSource OfFile(string path, Digest digest, long length) => new(digest, length, (offset, _) => new(OpenFile(path, offset)));

    /// <summary>Anything else.</summary>
    /// <param name="digest">The digest of the content.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="open">Opens it at an offset in bytes; called again after a fault. The stream is disposed of.</param>
    public static BlobSource Of(Digest digest, long length, Func<long, CancellationToken, ValueTask<Stream>> open) => new(digest, length, open);

    /// <summary>Opens the content at an offset in bytes.</summary>
    public ValueTask<Stream> OpenAsync(long offset, CancellationToken cancellationToken) => _open(offset, cancellationToken);

    static FileStream OpenFile(string path, long offset)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        file.Position = offset;
        return file;
    }
}
