using System.Text;

namespace Harvis.Engine.Reporting;

/// <summary>Makes lines that are safe to print of what programs write: nothing in them moves the cursor, hides text or ends a line.</summary>
static class LogText
{
    /// <summary>The lines of a text, at any kind of line break.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="keepColours">Whether colours stay; everything else that begins with an escape character goes.</param>
    public static IEnumerable<string> Lines(string text, bool keepColours = false)
    {
        for (var from = 0; ;)
        {
            var end = text.AsSpan(from).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                yield return Clean(text[from..], keepColours);
                yield break;
            }

            yield return Clean(text.Substring(from, end), keepColours);
            from += end + 1;
            if (text[from - 1] == '\r' && from < text.Length && text[from] == '\n') from++;
        }
    }

    /// <summary>The first line that isn't blank, without colours; empty where there is none.</summary>
    public static string FirstLine(string text) => Lines(text).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    static string Clean(string line, bool keepColours)
    {
        if (!line.AsSpan().ContainsAnyInRange('\0', '\u001F') && !line.AsSpan().ContainsAnyInRange('\u007F', '\u009F')) return line;
        var clean = new StringBuilder(line.Length);
        var coloured = false;
        for (var i = 0; i < line.Length;)
        {
            var c = line[i];
            if (c is '\e' or '\u009B')
            {
                var length = EscapeLength(line.AsSpan(i));
                var isColour = c == '\e' && line[i + length - 1] == 'm' && length > 2 && line[i + 1] == '[';
                if (keepColours && isColour) clean.Append(line.AsSpan(i, length));
                coloured |= keepColours && isColour;
                i += length;
                continue;
            }

            if (c == '\t') clean.Append("    ");
            else if (!char.IsControl(c)) clean.Append(c);
            i++;
        }

        return coloured ? clean.Append("\e[0m").ToString() : clean.ToString();
    }

    // ECMA-48: CSI parameters final; OSC and other strings up to BEL or ST; or two characters.
    static int EscapeLength(ReadOnlySpan<char> text)
    {
        var body = text[0] == '\u009B' ? 1 : 2;
        if (text.Length < body) return text.Length;
        if (text[0] == '\u009B' || text[1] == '[')
        {
            var final = text[body..].IndexOfAnyExceptInRange(' ', '?');
            return final < 0 ? text.Length : body + final + 1;
        }

        if (text[1] is not (']' or 'P' or 'X' or '^' or '_')) return body;
        var end = text[body..].IndexOfAny('\a', '\e');
        return end < 0 ? text.Length : text[body + end] == '\a' ? body + end + 1 : Math.Min(text.Length, body + end + 2);
    }
}
