using System.Globalization;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>Consecutive bytes of a blob.</summary>
/// <param name="Start">The first byte, from 0.</param>
/// <param name="Length">How many; 0 or more.</param>
internal readonly record struct ByteRange(long Start, long Length)
{
    /// <summary>The byte after the last one.</summary>
    public long End => Start + Length;

    /// <summary>The part of a blob that is sent next.</summary>
    /// <param name="offset">How much the registry has.</param>
    /// <param name="total">How long the blob is.</param>
    /// <param name="chunkBytes">The longest part; at least one byte is taken.</param>
    public static ByteRange Next(long offset, long total, long chunkBytes) => new(offset, Math.Min(Math.Max(1, chunkBytes), total - offset));

    /// <summary>Reads how many bytes a registry has from its Range header: <c>0-1023</c> (or <c>bytes=0-1023</c>) is 1024.</summary>
    /// <returns>Null where it isn't such a header. <c>0-0</c> is what registries say for no byte and for one, so that is null too.</returns>
    public static long? ParseReceived(string? header)
    {
        if (header is null) return null;
        var text = header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) ? header.AsSpan(6) : header.AsSpan();
        var dash = text.IndexOf('-');
        return dash > 0
            && IsNumber(text[..dash], out var first) && first == 0
            && IsNumber(text[(dash + 1)..], out var last) && last is > 0 and < long.MaxValue
            ? last + 1
            : null;
    }

    /// <summary>As a Content-Range header in the form that uploads use, <c>0-1023</c>.</summary>
    public string ToContentRange() => string.Create(CultureInfo.InvariantCulture, $"{Start}-{End - 1}");

    static bool IsNumber(ReadOnlySpan<char> text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
