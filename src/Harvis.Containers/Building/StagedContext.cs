using Harvis.Containers.Content;

namespace Harvis.Containers.Building;

/// <summary>
/// The digested files copied into a folder of their own, for builders that take a folder. Every byte is checked against the
/// digest on the way; permissions become 0644 or 0755, so that a checkout's umask doesn't reach the image.
/// </summary>
/// <remarks>
/// <para>A folder, not a tar on standard input: BuildKit doesn't apply ignore rules to a tar, and the Dockerfile would have to
/// be in it, so <c>COPY . .</c> would copy a Dockerfile that <c>.dockerignore</c> leaves out. A folder is also sent by
/// difference.</para>
/// <para>Files keep their own modification times, as with <c>docker build</c>: tools with a cache mount (webpack, make,
/// MSBuild) take a changed file whose time didn't change for the old one.</para>
/// </remarks>
sealed class StagedContext : IAsyncDisposable
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    readonly string _folder;
    readonly HashSet<string> _made = new(StringComparer.Ordinal);

    StagedContext(string folder) => _folder = folder;

    /// <summary>The folder with the context's files.</summary>
    public string Context => Path.Combine(_folder, "context");

    /// <summary>The Dockerfile, outside the context: whether the context holds one is for <c>.dockerignore</c> to say.</summary>
    public string Dockerfile => Path.Combine(_folder, "Dockerfile");

    /// <summary>An ignore file that leaves nothing out, found by its name beside the Dockerfile: the context is filtered already.</summary>
    public string IgnoreFile => $"{Dockerfile}.dockerignore";

    /// <summary>A path for a file that a builder writes.</summary>
    public string Output(string name) => Path.Combine(_folder, name);

    /// <summary>A path without commas that leads to a secret's file, for programs that split their arguments at commas; the secret isn't copied.</summary>
    public string LinkTo(BuildSecret secret)
    {
        var link = Output($"secret-{Guid.NewGuid():N}");
        File.CreateSymbolicLink(link, secret.File);
        return link;
    }

    /// <summary>Copies the files.</summary>
    /// <param name="content">What was digested.</param>
    /// <param name="workFolder">Where the folder is made.</param>
    /// <param name="cancellationToken">Stops copying; nothing is left behind.</param>
    /// <exception cref="Model.Diagnostics.DiagnosticException">A file changed after it was digested (HRV3013).</exception>
    public static async Task<StagedContext> CreateAsync(ImageContent content, string workFolder, CancellationToken cancellationToken)
    {
        var staged = new StagedContext(Path.Combine(workFolder, $"{content.Digest.Hex[..12]}-{Guid.NewGuid().ToString("N")[..8]}"));
        try
        {
            await staged.FillAsync(content, cancellationToken);
            return staged;
        }
        catch
        {
            await staged.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes the folder.</summary>
    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    async Task FillAsync(ImageContent content, CancellationToken cancellationToken)
    {
        Make(_folder, Private);
        MakeFolder("");
        await File.WriteAllBytesAsync(Dockerfile, content.DockerfileFile.Bytes, cancellationToken);
        await File.WriteAllTextAsync(IgnoreFile, "# The context is filtered already.\n", cancellationToken);
        foreach (var entry in content.Entries) await CopyAsync(content, entry, cancellationToken);
    }

    async Task CopyAsync(ImageContent content, ContentEntry entry, CancellationToken cancellationToken)
    {
        MakeFolder(Path.GetDirectoryName(entry.Path)!);
        var path = Path.Combine(Context, entry.Path);
        if (entry.LinkTarget is { } target)
        {
            File.CreateSymbolicLink(path, target);
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, PreallocationSize = entry.Size };
        await using (var source = new VerifiedFile(content, entry))
        await using (var copy = new FileStream(path, options))
            await source.CopyToAsync(copy, cancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, entry.Executable ? Executable : Readable);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(Path.Combine(content.Folder, entry.Path)));
    }

    void MakeFolder(string folder)
    {
        if (!_made.Add(folder)) return;
        if (folder.Length > 0) MakeFolder(Path.GetDirectoryName(folder)!);
        Make(Path.Combine(Context, folder), Executable);
    }

    static void Make(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, mode);
    }
}
