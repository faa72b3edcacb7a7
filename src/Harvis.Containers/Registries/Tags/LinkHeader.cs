namespace Harvis.Containers.Registries.Tags;

/// <summary>Reads Link headers, <c>&lt;/v2/x/tags/list?last=b&amp;n=2&gt;; rel="next"</c>. See RFC 8288, section 3.</summary>
internal static class LinkHeader
{
    /// <summary>The target of the first link whose relation is <c>next</c>, or null.</summary>
    public static string? Next(string? header)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0) return null;
            var target = rest[..close];
            rest = rest[(close + 1)..];
            var parameters = rest[..EndOfParameters(rest)];
            rest = rest[parameters.Length..];
            if (IsNext(parameters)) return target.ToString();
        }

        return null;
    }

    // A comma ends a link, unless it is within quotes.
    static int EndOfParameters(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\') i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ',' && !quoted) return i;
        }

        return text.Length;
    }

    static bool IsNext(ReadOnlySpan<char> parameters)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range].Trim();
            var equals = parameter.IndexOf('=');
            if (equals < 0 || !parameter[..equals].TrimEnd().Equals("rel", StringComparison.OrdinalIgnoreCase)) continue;
            var relations = parameter[(equals + 1)..].Trim().Trim('"');
            foreach (var relation in relations.Split(' '))
            {
                if (relations[relation].Equals("next", StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
