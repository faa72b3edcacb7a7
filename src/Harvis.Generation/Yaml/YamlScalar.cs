using System.Globalization;
using System.Text;

namespace Harvis.Generation.Yaml;

/// <summary>
/// Writes a text as a scalar. Bare only where no reader, of YAML 1.1 or 1.2, could take it for anything but that text: <c>1.10</c>,
/// <c>null</c>, <c>yes</c>, <c>1e3</c>, <c>0o17</c>, <c>12:30</c>, <c>2024-01-01</c> and <c>a: b</c> are all quoted.
/// </summary>
static class YamlScalar
{
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    };

    /// <summary>The text as it stands behind a key or a dash.</summary>
    public static string Of(string text) => IsBare(text) ? text : Quoted(text);

    /// <summary>Whether the text reads better as a block: several lines, nothing in them that a block would lose.</summary>
    public static bool CanBeBlock(string text) =>
        text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal)
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text[0] is not (' ' or '\n')
        && text.All(c => c == '\n' || c == '\t' || (c >= ' ' && c < '\x7f'))
        && !text.Split('\n').Any(line => line.EndsWith(' ') || line.StartsWith('\t'));

    // Starting with a letter rules out numbers, dates and indicators; the rest is what can't start a comment or a map.
    static bool IsBare(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] is '/' or '_') || text[^1] is ' ' or ':' || Words.Contains(text)) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || "_./@+=-$(){}<>,;'\"?&|*!%~^\\[]".Contains(c, StringComparison.Ordinal)) continue;
            if (c == ' ' && text[i + 1] != '#') continue;
            if (c == ':' && text[i + 1] != ' ') continue;
            if (c == '#' && text[i - 1] != ' ') continue;
            return false;
        }

        return true;
    }

    static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\x7f' and < '\xa0') or '\u2028' or '\u2029' or '\ufeff' or >= '\ufffe' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
