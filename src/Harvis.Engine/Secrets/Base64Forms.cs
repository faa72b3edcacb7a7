using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>Bytes as base64, standard and URL-safe, also somewhere inside a longer text that is encoded as a whole.</summary>
/// <remarks>
/// Three bytes become four characters, so what the bytes look like depends on how many stand before them, modulo three. Only the
/// characters that no neighbour touches are patterns: up to two characters at each end, with some bits of the outermost bytes, remain.
/// </remarks>
static class Base64Forms
{
    static readonly int[] LineLengths = [64, 76]; // PEM (RFC 7468) and MIME (RFC 2045)

    public static IEnumerable<string> Of(byte[] bytes)
    {
        var whole = Convert.ToBase64String(bytes);
        IEnumerable<string> once = [whole, .. Inner(bytes), .. LineLengths.SelectMany(length => Wrapped(whole, length))];
        var twice = Inner(bytes).Append(whole).SelectMany(inner => Inner(Encoding.ASCII.GetBytes(inner)));
        return once.Concat(twice)
            .Where(form => form.Length >= SecretMasker.MinLength)
            .SelectMany(form => (IEnumerable<string>)[form, form.Replace('+', '-').Replace('/', '_')]);
    }

    // With 0, 1 or 2 bytes before: the characters made of these bytes alone.
    static IEnumerable<string> Inner(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = (before * 8 + 5) / 6;
            var end = (before + bytes.Length) * 8 / 6;
            if (end > first) yield return text[first..end];
        }
    }

    static IEnumerable<string> Wrapped(string text, int length)
    {
        if (text.Length <= length) return [];
        string[] lines = [.. text.Chunk(length).Select(line => new string(line))];
        return [string.Join('\n', lines), string.Join("\r\n", lines), .. lines.Where(line => line.Length >= 2 * SecretMasker.MinLength)];
    }
}
