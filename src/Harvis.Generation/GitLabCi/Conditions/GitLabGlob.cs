using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>
/// Path patterns as <c>rules:changes</c> reads them, with Ruby's <c>File.fnmatch?</c>: there <c>**</c> goes through folders only as a whole
/// part of a path before a '/'. See https://docs.ruby-lang.org/en/master/File.html#method-c-fnmatch.
/// </summary>
public static class GitLabGlob
{
    const string Any = "**";

    /// <summary>Globs that together match exactly what the pattern matches.</summary>
    public static IReadOnlyList<string> Of(NamePattern pattern)
    {
        var globs = new List<string> { "" };
        var parts = pattern.Text.Split(Any);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) globs = [.. globs.SelectMany(glob => Through(glob, before: parts[i - 1], i == 1, after: parts[i], isLast: i == parts.Length - 1))];
            globs = [.. globs.Select(glob => glob + parts[i])];
        }

        return [.. globs.Distinct(StringComparer.Ordinal)];
    }

    // "src/**" is everything below, "src/**/x" at least one folder; within a name, no folder or at least one.
    static IEnumerable<string> Through(string glob, string before, bool isFirst, string after, bool isLast)
    {
        var startsPart = before.EndsWith('/') || (isFirst && before.Length == 0);
        if (startsPart && isLast && after.Length == 0) return [glob + "**/*"];
        if (startsPart && after.StartsWith('/')) return [glob + "*/**"];
        return [glob + "*", glob + "*/**/*"];
    }
}
