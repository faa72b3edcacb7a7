using System.Buffers;

namespace Harvis.Testing.Http;

/// <summary>One request, whose body is read while it arrives.</summary>
internal sealed class HttpExchange(string method, string target, IReadOnlyDictionary<string, string> headers, HttpBody body)
{
    readonly string[] _parts = target.Split('?', 2);

    public string Method { get; } = method;

    /// <summary>Path and query as sent.</summary>
    public string Target { get; } = target;

    public string Path => _parts[0];

    /// <summary>Headers by name, ignoring case; several of a name are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    /// <summary>How much of the body has been read.</summary>
    public long BodyBytes { get; private set; }

    /// <summary>After how many bytes of the body the connection is cut; null for never.</summary>
    public long? CutAfterBytes { get; set; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The first value of a query parameter, decoded, or null.</summary>
    public string? Query(string name) => QueryAll(name).FirstOrDefault();

    public IEnumerable<string> QueryAll(string name) =>
        from pair in (_parts.Length < 2 ? "" : _parts[1]).Split('&')
        let sign = pair.IndexOf('=', StringComparison.Ordinal)
        where sign > 0 && pair[..sign] == name
        select Uri.UnescapeDataString(pair[(sign + 1)..].Replace('+', ' '));

    /// <summary>Reads the body to its end, passing on each part as it comes.</summary>
    public async Task ReadBodyAsync(Action<ReadOnlySpan<byte>> part, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (true)
            {
                var most = CutAfterBytes is { } cut ? (int)Math.Min(cut - BodyBytes, buffer.Length) : buffer.Length;
                if (most == 0) throw new ConnectionCutException();
                var read = await body.ReadAsync(buffer.AsMemory(0, most), cancellationToken).ConfigureAwait(false);
                if (read == 0) return;
                BodyBytes += read;
                part(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The whole body.</summary>
    public async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await ReadBodyAsync(content.Write, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }
}
