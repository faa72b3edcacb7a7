using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Engine.Generated;

/// <summary>Generated files stay within the repository, each at a place of its own on every file system.</summary>
static class PathRule
{
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<GeneratedFile> files, string root) =>
    [
        .. files.Where(file => !IsInside(file.Path, root)).Select(file => Wrong($"Generated file \"{file.Path}\" isn't at a relative path within the repository.")),
        .. files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => Wrong($"{group.Count()} generated files are to be \"{group.Key}\".")),
    ];

    static bool IsInside(string path, string root)
    {
        if (path.Length == 0 || path.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(path)) return false;
        return path.Split('/').All(part => part.Length > 0 && part is not ("." or ".." or ".git"))
            && Path.GetFullPath(path, root).StartsWith(Path.GetFullPath(root), StringComparison.Ordinal);
    }

    static Diagnostic Wrong(string message) => new(GeneratedFileCodes.WrongPath, message, "Correct the generator's path.");
}
