using Microsoft.Extensions.FileSystemGlobbing;

namespace Harvis.Engine.Files;

/// <summary>Finds files by globs relative to the repository's root. Git's own folder and the temporary folder are never looked into.</summary>
static class GlobFiles
{
    /// <summary>The files that match, relative with forward slashes, sorted ordinally, each once.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="globs">With <c>*</c>, <c>**</c> and <c>?</c>; <c>!</c> in front excludes.</param>
    public static IReadOnlyList<string> Find(string root, IReadOnlyList<string> globs)
    {
        // A glob without a wildcard names one file: no folder needs to be walked for it.
        if (globs.All(glob => glob.AsSpan().IndexOfAny("*?!") < 0))
            return [.. globs.SelectMany(glob => Named(root, glob)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var glob in globs)
        {
            if (glob.StartsWith('!')) matcher.AddExclude(glob[1..]);
            else matcher.AddInclude(glob);
        }

        matcher.AddExclude("**/.git/**");
        if (!globs.Any(glob => glob.StartsWith(".nuke/temp/", StringComparison.Ordinal))) matcher.AddExclude(".nuke/temp/**");
        return [.. matcher.GetResultsInFullPath(root).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    static IEnumerable<string> Named(string root, string name)
    {
        var path = Path.Combine(root, name);
        if (File.Exists(path)) return [name.Replace('\\', '/')];
        return Directory.Exists(path) ? Find(root, [$"{name.TrimEnd('/')}/**"]) : [];
    }
}
