namespace Harvis.Engine.Dsl;

/// <summary>Turns the path that a compiler recorded into one relative to the repository's root.</summary>
static class SourcePath
{
    // The build's project maps the repository's root to this prefix, so that no machine's path is compiled in.
    const string MappedRoot = "/_/";

    public static string Relative(string recorded)
    {
        var path = recorded.Replace('\\', '/');
        var at = path.IndexOf(MappedRoot, StringComparison.Ordinal);
        return at >= 0 ? path[(at + MappedRoot.Length)..] : path[(path.LastIndexOf('/') + 1)..];
    }
}
