using System.Buffers;
using System.Net;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>A part of a blob as the body of a request.</summary>
internal sealed class BlobContent : HttpContent, IReportsProgress
{
    const int BufferBytes = 128 * 1024;

    readonly BlobSource _source;
    readonly ByteRange _range;

    public BlobContent(BlobSource source, ByteRange range)
    {
        (_source, _range) = (source, range);
        Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
    }

    public Action? Progressed { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_range.Length == 0) return;
        var content = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = content.ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var left = _range.Length; left > 0;)
            {
                var read = await ReadAsync(content, buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Progressed?.Invoke();
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _range.Length;
        return true;
    }

    async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _source.OpenAsync(_range.Start, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("can't be opened", fault);
        }
    }

    // A fault of the source must not look like one of the connection, which would be tried again.
    async Task<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            throw Unreadable("can't be read", fault);
        }

        return read > 0 ? read : throw Unreadable("is shorter than it was said to be");
    }

    DiagnosticException Unreadable(string why, Exception? inner = null) =>
        new(new Diagnostic(RegistryCodes.SourceUnreadable, $"The content of {_source.Digest} {why}.", "Build the image again; nothing may change it while it is pushed."), inner);
}
