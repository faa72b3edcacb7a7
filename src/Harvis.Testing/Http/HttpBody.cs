using System.Globalization;

namespace Harvis.Testing.Http;

/// <summary>The body of a request, with a length or in chunks. See RFC 9112, sections 6 and 7.</summary>
internal sealed class HttpBody(HttpInput input, long? length, bool chunked, bool awaitsContinue)
{
    long _left = length ?? 0;
    bool _ended = !chunked && length is null or 0;
    bool _awaitsContinue = awaitsContinue;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_awaitsContinue) await input.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        _awaitsContinue = false;
        if (chunked && _left == 0 && !_ended) await BeginChunkAsync(cancellationToken).ConfigureAwait(false);
        if (_ended) return 0;

        var read = await input.ReadAsync(buffer[..(int)Math.Min(_left, buffer.Length)], cancellationToken).ConfigureAwait(false);
        if (read == 0) throw new ConnectionCutException();
        _left -= read;
        if (_left == 0 && !chunked) _ended = true;
        if (_left == 0 && chunked) await input.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return read;
    }

    async Task BeginChunkAsync(CancellationToken cancellationToken)
    {
        var size = await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new ConnectionCutException();
        _left = long.Parse(size.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (_left > 0) return;
        _ended = true;
        while (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 })
        {
            // Trailers say nothing that a registry needs.
        }
    }
}
