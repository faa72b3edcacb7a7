namespace Harvis.Containers.Content;

/// <summary>
/// What a <c>.dockerignore</c> file leaves out of a build context, decided as Docker decides it:
/// the last pattern that matches a path or one of its parents wins.
/// See https://docs.docker.com/build/concepts/context/#dockerignore-files.
/// </summary>
/// <remarks>Not safe for use by several threads: it remembers the folders it has judged.</remarks>
public sealed class DockerIgnore
{
    readonly IReadOnlyList<IgnorePattern> _patterns;
    readonly Dictionary<string, bool[]> _folders = new(StringComparer.Ordinal);

    DockerIgnore(IReadOnlyList<IgnorePattern> patterns) => _patterns = patterns;

    /// <summary>Leaves nothing out.</summary>
    public static DockerIgnore Nothing => new([]);

    /// <summary>Reads the text of a <c>.dockerignore</c> file.</summary>
    /// <exception cref="FormatException">A line isn't a pattern; the message names the line. Docker would refuse the build.</exception>
    public static DockerIgnore Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = new List<IgnorePattern>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (Normalized(line) is not { } pattern) continue;
            try
            {
                patterns.Add(IgnorePattern.Parse(pattern));
            }
            catch (FormatException malformed)
            {
                throw new FormatException($"line {number}: {malformed.Message}", malformed);
            }
        }

        return new DockerIgnore(patterns);
    }

    /// <summary>Whether a file is left out of the context.</summary>
    /// <param name="path">Relative to the context, with forward slashes.</param>
    public bool Excludes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _patterns.Count > 0 && Judge(path, Parent(path)).Excluded;
    }

    // A leading '#' is a comment only in the first column; "/a" and "a" mean the same.
    static string? Normalized(string line)
    {
        if (line.StartsWith('#')) return null;
        var pattern = line.Trim();
        if (pattern.Length == 0) return null;
        var takesBack = pattern[0] == '!';
        if (takesBack) pattern = pattern[1..].Trim();
        if (pattern.Length > 0) pattern = GoPath.Clean(pattern);
        if (pattern.Length > 1 && pattern[0] == '/') pattern = pattern[1..];
        return takesBack ? $"!{pattern}" : pattern;
    }

    // Docker walks down: a pattern that matched a folder matches everything in it, but a pattern that was passed over for the
    // folder (it could not change the verdict) is tried on the file itself only. Both halves are kept to decide the same.
    (bool Excluded, bool[] Matched) Judge(string path, bool[]? parent)
    {
        var matched = new bool[_patterns.Count];
        var excluded = false;
        for (var i = 0; i < _patterns.Count; i++)
        {
            var inherited = parent is not null && parent[i];
            if (!inherited && _patterns[i].TakesBack != excluded) continue;
            matched[i] = inherited || _patterns[i].Matches(path);
            if (matched[i]) excluded = !_patterns[i].TakesBack;
        }

        return (excluded, matched);
    }

    bool[]? Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash < 0) return null;
        var folder = path[..slash];
        if (_folders.TryGetValue(folder, out var known)) return known;
        return _folders[folder] = Judge(folder, Parent(folder)).Matched;
    }
}
