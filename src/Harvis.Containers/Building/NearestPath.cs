using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Building;

/// <summary>Finds the existing path that was probably meant.</summary>
static class NearestPath
{
    /// <summary>A sentence such as <c>Did you mean "backend"?</c>, or what is there instead of the first part that is missing.</summary>
    public static string Of(string folder, string path)
    {
        var found = "";
        foreach (var part in path.Split('/'))
        {
            var next = Path.Combine(folder, found, part);
            if (!Path.Exists(next)) return Hint(Path.Combine(folder, found), found, part);
            found = found.Length == 0 ? part : $"{found}/{part}";
        }

        return $"\"{found}\" is {(Directory.Exists(Path.Combine(folder, found)) ? "a folder" : "a file")}.";
    }

    static string Hint(string folder, string found, string part)
    {
        if (!Directory.Exists(folder)) return $"\"{found}\" is a file.";
        var names = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Hint(part, names);
        if (nearest.Length > 0) return nearest;
        const int shown = 8;
        var place = found.Length == 0 ? "There" : $"In \"{found}\" there";
        return names.Length == 0 ? $"{place} is nothing." : $"{place} is: {string.Join(", ", names.Take(shown))}{(names.Length > shown ? ", …" : "")}.";
    }
}
