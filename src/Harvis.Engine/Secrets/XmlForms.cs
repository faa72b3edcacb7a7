namespace Harvis.Engine.Secrets;

/// <summary>A text as XML and HTML encoders write it.</summary>
static class XmlForms
{
    // What becomes of " and ': kept in text, named in XML, numbered by .NET, Go and Python.
    static readonly (string Double, string Single)[] Quotes =
        [("\"", "'"), ("&quot;", "'"), ("&quot;", "&apos;"), ("&quot;", "&#39;"), ("&quot;", "&#x27;"), ("&#34;", "&#39;")];

    public static IEnumerable<string> Of(string text) =>
        Quotes.Select(quotes => text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", quotes.Double, StringComparison.Ordinal)
            .Replace("'", quotes.Single, StringComparison.Ordinal));
}
