namespace Harvis.Testing.Apis;

/// <summary>A request that a fake API got.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Body">Its body as text.</param>
/// <param name="Headers">Its headers by name, ignoring case.</param>
public sealed record ApiRequest(string Method, string Target, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The path, without the query.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>The values of a form in the body, by name.</summary>
    public IReadOnlyDictionary<string, string> Form => Pairs(Body);

    /// <summary>The query's values by name.</summary>
    public IReadOnlyDictionary<string, string> Query => Pairs(Target.Split('?', 2) is [_, var query] ? query : "");

    /// <summary>Method and target on one line.</summary>
    public override string ToString() => $"{Method} {Target}";

    static Dictionary<string, string> Pairs(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)))
            pairs[Decode(pair[0])] = pair.Length > 1 ? Decode(pair[1]) : "";
        return pairs;
    }

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
