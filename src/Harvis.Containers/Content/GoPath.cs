namespace Harvis.Containers.Content;

/// <summary>Go's <c>path.Clean</c>, which Docker applies to patterns. See https://pkg.go.dev/path#Clean.</summary>
static class GoPath
{
    /// <summary>The shortest path that means the same: no <c>.</c>, no empty part, <c>..</c> resolved where it can be; <c>.</c> for nothing.</summary>
    public static string Clean(string path)
    {
        if (path.Length == 0) return ".";
        var rooted = path[0] == '/';
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else if (!rooted) parts.Add(part);
        }

        var joined = string.Join('/', parts);
        if (rooted) return $"/{joined}";
        return joined.Length == 0 ? "." : joined;
    }
}
