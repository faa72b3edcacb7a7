using System.Security.Cryptography;
using Harvis.Containers.Content;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>A file of a context, read once more; its end is reached only if its bytes are still those that were digested.</summary>
sealed class VerifiedFile(ImageContent content, ContentEntry entry) : Stream
{
    readonly FileStream _file = Open(content, entry);
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long _left = entry.Size;

    public override bool CanRead => true;

    // Not truly: but the tar writer asks a stream that can for its length, and would hold another in memory.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => entry.Size;

    public override long Position
    {
        get => entry.Size - _left;
        set
        {
            if (value != Position) throw new NotSupportedException();
        }
    }

    public override int Read(Span<byte> buffer) => Taken(_file.Read(Wanted(buffer)), buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var got = await _file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Math.Max(_left, 1))], cancellationToken);
        return Taken(got, buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    static FileStream Open(ImageContent content, ContentEntry entry)
    {
        try
        {
            return new FileStream(Path.Combine(content.Folder, entry.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException(BuildDiagnostics.ChangedWhileBuilding(content.Image, entry.Path), gone);
        }
    }

    Span<byte> Wanted(Span<byte> buffer) => buffer[..(int)Math.Min(buffer.Length, Math.Max(_left, 1))];

    int Taken(int got, ReadOnlySpan<byte> buffer)
    {
        if (got > _left || (got == 0 && _left > 0 && buffer.Length > 0)) throw Changed();
        _hash.AppendData(buffer[..got]);
        _left -= got;
        if (_left == 0 && got > 0 && !Same()) throw Changed();
        return got;
    }

    bool Same() => Digest.OfSha256(_hash.GetCurrentHash()) == entry.Digest;

    DiagnosticException Changed() => new(BuildDiagnostics.ChangedWhileBuilding(content.Image, entry.Path));
}
