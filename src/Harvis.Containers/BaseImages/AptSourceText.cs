namespace Harvis.Containers.BaseImages;

/// <summary>Reads both formats of apt's source files. What isn't a source of binary packages is passed over, as apt does.</summary>
static class AptSourceText
{
    static readonly char[] Blanks = [' ', '\t', '\n'];

    /// <summary>A line such as <c>deb [signed-by=/key.gpg] http://mirror/debian bookworm main</c>.</summary>
    public static IEnumerable<AptSource> OfLine(string line)
    {
        var text = line.Split('#')[0].Trim();
        if (!text.StartsWith("deb ", StringComparison.Ordinal) && !text.StartsWith("deb\t", StringComparison.Ordinal)) return [];
        text = text[4..].Trim();
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (end < 0) return [];
            foreach (var option in Words(text[1..end])) options[option.Split('=')[0]] = option[(option.IndexOf('=', StringComparison.Ordinal) + 1)..];
            text = text[(end + 1)..];
        }

        var words = Words(text);
        return words.Length < 2 || IsDisc(words[0])
            ? []
            : [new AptSource(words[0], words[1], words[2..], options.GetValueOrDefault("signed-by"), IsYes(options.GetValueOrDefault("trusted")))];
    }

    /// <summary>The stanzas of a <c>.sources</c> file.</summary>
    public static IEnumerable<AptSource> OfStanzas(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var name = "";
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.StartsWith('#')) continue;
            if (line.Trim().Length == 0)
            {
                foreach (var source in OfStanza(fields)) yield return source;
                fields.Clear();
            }
            else if (line[0] is ' ' or '\t')
            {
                if (name.Length > 0) fields[name] = $"{fields.GetValueOrDefault(name)}\n{line.TrimEnd()}";
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                name = line[..colon].Trim();
                fields[name] = line[(colon + 1)..].Trim();
            }
        }
    }

    static IEnumerable<AptSource> OfStanza(Dictionary<string, string> fields)
    {
        string[] Listed(string name) => Words(fields.GetValueOrDefault(name) ?? "");
        if (!Listed("Types").Contains("deb") || fields.GetValueOrDefault("Enabled") is "no" or "false" or "off" or "0") yield break;
        foreach (var uri in Listed("URIs").Where(uri => !IsDisc(uri)))
        {
            foreach (var suite in Listed("Suites"))
                yield return new AptSource(uri, suite, Listed("Components"), fields.GetValueOrDefault("Signed-By"), IsYes(fields.GetValueOrDefault("Trusted")));
        }
    }

    static string[] Words(string text) => text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    static bool IsDisc(string uri) => uri.StartsWith("cdrom:", StringComparison.OrdinalIgnoreCase);

    static bool IsYes(string? value) => value is "yes" or "true" or "on" or "1";
}
