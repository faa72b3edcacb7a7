using System.Text;
using System.Text.Json;
using Harvis.Engine.Files;
using Harvis.Model.Images;

namespace Harvis.Engine.Caching;

/// <summary>
/// The cache on this machine: file contents by digest, and per node key an entry that names them. The entry is written last and
/// atomically, and contents are checked when they are restored: nothing half-written is ever taken.
/// </summary>
/// <param name="folder">Where it lies, for example <c>.nuke/temp/cache</c>.</param>
/// <param name="root">The repository's root.</param>
/// <param name="digests">The digests of files.</param>
/// <param name="clock">Tells when an entry was last used.</param>
sealed class LocalCache(string folder, string root, FileDigestCache digests, TimeProvider clock)
{
    /// <summary>How long an entry that nobody uses is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    bool _stored;

    /// <summary>The entry of a key if it is whole and its files are in place again; null otherwise.</summary>
    public CacheEntry? Restore(string key, IReadOnlyList<string> outputs, CancellationToken cancellationToken)
    {
        try
        {
            var path = EntryPath(key);
            if (Read(path) is not { } entry) return null;
            if (!entry.Files.All(file => IsInPlace(file, cancellationToken) || PutInPlace(file, cancellationToken))) return null;
            RemoveOthers(entry, outputs);
            foreach (var used in entry.Files.Select(file => ContentPath(file.Digest)).Append(path).Where(File.Exists))
                File.SetLastWriteTimeUtc(used, clock.GetUtcNow().UtcDateTime);
            return entry;
        }
        catch (Exception broken) when (IsAsGoodAsMissing(broken))
        {
            return null;
        }
    }

    /// <summary>The entry of a key if it could be restored; nothing is changed.</summary>
    public CacheEntry? Find(string key)
    {
        try
        {
            return Read(EntryPath(key)) is { } entry && entry.Files.All(file => File.Exists(ContentPath(file.Digest))) ? entry : null;
        }
        catch (Exception broken) when (IsAsGoodAsMissing(broken))
        {
            return null;
        }
    }

    /// <summary>Keeps what a node left.</summary>
    /// <exception cref="IOException">It can't be written, for example because the disk is full; nothing half-written stays.</exception>
    public void Store(string key, IReadOnlyList<string> outputs, IReadOnlyList<(string Name, byte[] Json)> results, CancellationToken cancellationToken)
    {
        var files = new List<CachedFile>();
        foreach (var file in GlobFiles.Find(root, outputs))
        {
            var path = Path.Combine(root, file);
            var status = FileStatus.Of(path) ?? throw new FileNotFoundException($"Output {file} was deleted while it was stored.", path);
            files.Add(new CachedFile(file, StoreContent(path, status, cancellationToken), status.Executable));
        }

        var content = new CacheEntry(files, results).ToJson();
        _stored = true;
        AtomicFile.Write(EntryPath(key), [.. Encoding.ASCII.GetBytes(Digest.OfBytes(content).ToString()), (byte)'\n', .. content]);
    }

    /// <summary>Removes what nobody used for <see cref="KeptFor"/>, if anything was stored since: a run that stores nothing needn't look.</summary>
    public void Prune()
    {
        if (!_stored) return;
        var oldest = (clock.GetUtcNow() - KeptFor).UtcDateTime;
        foreach (var part in new[] { "nodes", "contents" })
        {
            var path = Path.Combine(folder, part);
            if (!Directory.Exists(path)) continue;
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) < oldest))
                TryDelete(file);
        }
    }

    // The first line is the digest of the rest: a path with a wrong letter must not be taken for an output.
    static CacheEntry? Read(string path)
    {
        if (!File.Exists(path)) return null;
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0) return null;
        var content = bytes[(end + 1)..];
        return bytes[..end].SequenceEqual(Encoding.ASCII.GetBytes(Digest.OfBytes(content).ToString())) ? CacheEntry.FromJson(content.ToArray()) : null;
    }

    // The node then runs and writes a new entry.
    static bool IsAsGoodAsMissing(Exception broken) =>
        broken is IOException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException;

    string EntryPath(string key) => Path.Combine(folder, "nodes", key[..2], $"{key}.json");

    string ContentPath(Digest digest) => Path.Combine(folder, "contents", digest.Hex[..2], digest.Hex);

    bool IsInPlace(CachedFile file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, file.Path);
        return FileStatus.Of(path) is { Kind: EntryKind.File } status
            && status.Executable == file.Executable
            && digests.Of(path, status, cancellationToken) == file.Digest;
    }

    bool PutInPlace(CachedFile file, CancellationToken cancellationToken)
    {
        var content = ContentPath(file.Digest);
        if (!File.Exists(content)) return false;
        var target = Path.Combine(root, file.Path);
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            File.Copy(content, beside);
            if (digests.Of(beside, FileStatus.Of(beside)!.Value, cancellationToken) != file.Digest)
            {
                File.Delete(content);
                return false;
            }

            SetExecutable(beside, file.Executable);
            File.Move(beside, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // What an earlier version of the inputs left must not be taken for an output of this one.
    void RemoveOthers(CacheEntry entry, IReadOnlyList<string> outputs)
    {
        var known = entry.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var other in GlobFiles.Find(root, outputs).Where(file => !known.Contains(file))) File.Delete(Path.Combine(root, other));
    }

    Digest StoreContent(string path, FileStatus status, CancellationToken cancellationToken)
    {
        var digest = digests.Of(path, status, cancellationToken);
        var content = ContentPath(digest);
        if (File.Exists(content) && new FileInfo(content).Length == status.Size)
        {
            File.SetLastWriteTimeUtc(content, clock.GetUtcNow().UtcDateTime);
            return digest;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(content)!);
        var beside = $"{content}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.Copy(path, beside);
            if (digests.Of(beside, FileStatus.Of(beside)!.Value, cancellationToken) != digest)
                throw new IOException($"Output {path} changed while it was stored.");
            File.Move(beside, content, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return digest;
    }

    static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
    }

    static void SetExecutable(string path, bool executable)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode bits = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var mode = File.GetUnixFileMode(path);
        File.SetUnixFileMode(path, executable ? mode | bits : mode & ~bits);
    }
}
