using System.Formats.Tar;
using Harvis.Containers.Content;

namespace Harvis.Containers.Building;

/// <summary>
/// The digested files as a tar stream, for the Docker Engine's interface. Equal files give equal bytes: ordinal order, user and
/// group 0, permissions 0644 or 0755, GNU format (the PAX format of .NET writes the process's id into it).
/// </summary>
static class ContextTar
{
    const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    const UnixFileMode LinkMode = (UnixFileMode)0x1FF;

    /// <summary>Writes the context.</summary>
    /// <exception cref="Model.Diagnostics.DiagnosticException">A file changed after it was digested (HRV3013).</exception>
    public static async Task WriteAsync(ImageContent content, Stream stream, CancellationToken cancellationToken)
    {
        await using var tar = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var entry in content.Entries) await WriteAsync(tar, content, entry, cancellationToken);
        foreach (var file in Steering(content)) await WriteAsync(tar, file, cancellationToken);
    }

    // The engine wants the Dockerfile in the tar, and takes it out again after reading it if .dockerignore says so.
    static IEnumerable<ContentFile> Steering(ImageContent content)
    {
        if (Holds(content, content.Dockerfile.Path)) yield break;
        yield return content.DockerfileFile;
        if (content.IgnoreFile is { } ignore && !Holds(content, ".dockerignore")) yield return ignore with { Entry = ignore.Entry with { Path = ".dockerignore" } };
    }

    static bool Holds(ImageContent content, string path) => content.Entries.Any(entry => entry.Path == path);

    static async Task WriteAsync(TarWriter tar, ImageContent content, ContentEntry entry, CancellationToken cancellationToken)
    {
        var path = Path.Combine(content.Folder, entry.Path);
        if (entry.LinkTarget is { } target)
        {
            await tar.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, entry.Path) { LinkName = target, Mode = LinkMode, ModificationTime = DateTimeOffset.UnixEpoch }, cancellationToken);
            return;
        }

        await using var data = new VerifiedFile(content, entry);
        var written = new GnuTarEntry(TarEntryType.RegularFile, entry.Path)
        {
            Mode = entry.Executable ? Executable : Readable,
            ModificationTime = File.GetLastWriteTimeUtc(path),
            DataStream = data,
        };
        await tar.WriteEntryAsync(written, cancellationToken);
    }

    static async Task WriteAsync(TarWriter tar, ContentFile file, CancellationToken cancellationToken)
    {
        await using var data = new MemoryStream(file.Bytes.ToArray());
        var entry = new GnuTarEntry(TarEntryType.RegularFile, file.Entry.Path) { Mode = Readable, ModificationTime = DateTimeOffset.UnixEpoch, DataStream = data };
        await tar.WriteEntryAsync(entry, cancellationToken);
    }
}
