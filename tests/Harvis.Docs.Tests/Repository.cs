using System.Runtime.CompilerServices;

namespace Harvis.Docs.Tests;

/// <summary>The repository's files, as the tests read them.</summary>
static class Repository
{
    static readonly string[] NotOurs = [".git", ".nuke", "bin", "obj", "artifacts", "node_modules", ".next"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The files under a folder with an ending, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string ending) =>
        Under(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    static IEnumerable<FileInfo> Under(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Under));

    // This file's own path where the compiler left it; otherwise from the test's program upwards.
    static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { Path.GetDirectoryName(here) ?? "", AppContext.BaseDirectory })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Harvis.sln"))) return folder;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Harvis.sln.");
    }
}
