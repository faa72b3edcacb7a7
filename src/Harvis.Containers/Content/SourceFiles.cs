using Harvis.Containers.Building;
using Harvis.Engine.Files;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Content;

/// <summary>
/// The files of a repository that builds may see: those git tracks, and those it doesn't ignore. Asked for once, with one
/// call of git, and then shared. Without a repository: every file under the folder.
/// </summary>
/// <remarks>A file that is made later is not seen: take a new one for each step that may have written sources.</remarks>
sealed class SourceFiles(IProcessRunner processes, string root)
{
    // Written by the pipeline itself while it runs.
    const string OwnFiles = ".nuke/temp/";

    // Set inside git hooks; they would point the call at another repository or index.
    static readonly Dictionary<string, string?> NoHookVariables = new()
    {
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_PREFIX"] = null,
        ["LC_ALL"] = "C",
    };

    readonly Lock _lock = new();
    Task<string[]>? _paths;

    /// <summary>The paths under a folder, relative to it, in ordinal order. Files that git knows but that were deleted are among them.</summary>
    /// <param name="folder">Relative to the root with forward slashes; empty for the root.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> UnderAsync(string folder, CancellationToken cancellationToken)
    {
        var paths = await AllAsync(cancellationToken).WaitAsync(cancellationToken);
        if (folder.Length == 0) return paths;
        var prefix = $"{folder}/";
        var at = Array.BinarySearch(paths, prefix, StringComparer.Ordinal);
        return [.. paths.Skip(at < 0 ? ~at : at).TakeWhile(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])];
    }

    Task<string[]> AllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_paths is null || _paths.IsFaulted || _paths.IsCanceled) _paths = ListAsync(cancellationToken);
            return _paths;
        }
    }

    async Task<string[]> ListAsync(CancellationToken cancellationToken)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        await AddAsync(paths, "", cancellationToken);
        paths.RemoveWhere(path => path.StartsWith(OwnFiles, StringComparison.Ordinal));
        var sorted = paths.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    async Task AddAsync(HashSet<string> paths, string folder, CancellationToken cancellationToken)
    {
        if (await GitAsync(folder, cancellationToken) is not { } listed)
        {
            AddFolder(paths, folder);
            return;
        }

        foreach (var path in listed.Select(path => Join(folder, path)))
        {
            // A submodule, or a repository inside this one, is listed as a folder; it has files of its own.
            if (path.EndsWith('/') || FileStatus.Of(Path.Combine(root, path)) is { Kind: EntryKind.Folder })
                await AddAsync(paths, path.TrimEnd('/'), cancellationToken);
            else
                paths.Add(path);
        }
    }

    async Task<IEnumerable<string>?> GitAsync(string folder, CancellationToken cancellationToken)
    {
        var command = new ProcessCommand("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        {
            WorkingDirectory = Path.Combine(root, folder),
            Variables = NoHookVariables,
            Quiet = true,
        };
        try
        {
            var result = await processes.RunAsync(command, cancellationToken);
            if (result.ExitCode == 0) return Split(result.Output);
            return result.Error.Contains("not a git repository", StringComparison.Ordinal)
                ? null
                : throw new DiagnosticException(BuildDiagnostics.GitRefused(result.Error));
        }
        catch (ProgramNotFoundException)
        {
            return null;
        }
    }

    static IEnumerable<string> Split(string output)
    {
        if (output.Length >= ProcessResult.MaxCapturedChars) throw new DiagnosticException(BuildDiagnostics.TooManyFiles());
        if (output.Contains('\uFFFD', StringComparison.Ordinal))
            throw new DiagnosticException(BuildDiagnostics.UnreadableName(output.Split('\0').First(path => path.Contains('\uFFFD', StringComparison.Ordinal))));
        return output.Split('\0').Where(path => path.Trim('\n').Length > 0);
    }

    void AddFolder(HashSet<string> paths, string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.Combine(root, folder)))
        {
            var path = Join(folder, Path.GetFileName(entry));
            if (FileStatus.Of(entry) is not { } status || path == ".git") continue;
            if (status.Kind == EntryKind.Folder) AddFolder(paths, path);
            else paths.Add(path);
        }
    }

    static string Join(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";
}
