using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Harvis.Model.Images;

namespace Harvis.Engine.Files;

/// <summary>
/// Digests of files, remembered by what the file system says about them, so that unchanged files aren't read again.
/// Any doubt means reading the file: a status that changed while it was read, a change too recent to be told from the next
/// one, a stored cache that isn't whole.
/// </summary>
/// <remarks>Safe for use by several threads. Several processes may share a file; the last one to save wins, which costs time only.</remarks>
public sealed class FileDigestCache
{
    /// <summary>A file changed this recently may change again within the clock's grain: its digest isn't remembered.</summary>
    public static readonly TimeSpan RacyFor = TimeSpan.FromSeconds(2);

    const int BufferBytes = 128 * 1024;

    readonly string? _storedIn;
    readonly TimeProvider _clock;
    readonly ConcurrentDictionary<string, RememberedDigest> _digests;
    int _read;
    bool _changed;

    /// <summary>A cache stored in a file.</summary>
    /// <param name="storedIn">The file, usually under <c>.nuke/temp/cache/</c>; null to remember in memory only.</param>
    /// <param name="clock">Tells how recent a change is.</param>
    public FileDigestCache(string? storedIn, TimeProvider clock)
    {
        _storedIn = storedIn;
        _clock = clock;
        _digests = storedIn is null ? new(StringComparer.Ordinal) : DigestCacheFile.Load(storedIn);
    }

    /// <summary>How many files were read because their digest wasn't known.</summary>
    public int FilesRead => _read;

    /// <summary>Called between the two looks at a file that is being read; tests change the file here.</summary>
    internal Action<string>? Reading { get; set; }

    /// <summary>The digest of a regular file's content.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="status">What the file system said about it just now.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="IOException">It can't be read, or it changes faster than it can be read.</exception>
    public Digest Of(string path, FileStatus status, CancellationToken cancellationToken)
    {
        if (status.TellsChanges && _digests.TryGetValue(path, out var known) && known.Status == status) return known.Digest;
        const int attempts = 3;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var before = _clock.GetUtcNow();
            var digest = Read(path, cancellationToken);
            Reading?.Invoke(path);
            var after = FileStatus.Of(path);
            if (after == status)
            {
                Remember(path, status, digest, before);
                return digest;
            }

            status = after ?? throw new FileNotFoundException($"{path} was deleted while it was read.", path);
        }

        throw new IOException($"{path} changed {attempts} times while it was read.");
    }

    /// <summary>Stores what is known, if that changed. A failure to store is no error: the next run reads the files again.</summary>
    public void Save()
    {
        if (_storedIn is null || !_changed) return;
        _changed = false;
        DigestCacheFile.Save(_storedIn, _digests);
    }

    void Remember(string path, FileStatus status, Digest digest, DateTimeOffset before)
    {
        // The status of a link says nothing of the file that it points to.
        if (!status.TellsChanges || status.Kind != EntryKind.File || IsRacy(status, before)) return;
        _digests[path] = new RememberedDigest(status, digest);
        _changed = true;
    }

    static bool IsRacy(FileStatus status, DateTimeOffset before)
    {
        var newest = Math.Max(status.ModifiedNs, status.ChangedNs) / TimeSpan.NanosecondsPerTick;
        return newest > (before - RacyFor - DateTimeOffset.UnixEpoch).Ticks;
    }

    Digest Read(string path, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _read);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long at = 0;
            for (int got; (got = RandomAccess.Read(file, buffer, at)) > 0; at += got)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, got);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Digest.OfSha256(hash.GetHashAndReset());
    }
}
