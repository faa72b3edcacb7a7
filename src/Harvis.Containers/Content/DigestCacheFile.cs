using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Harvis.Model.Images;

namespace Harvis.Containers.Content;

/// <summary>
/// Stores a <see cref="FileDigestCache"/>: a name, entries, and the sha256 of all that. Written beside and renamed, so a reader
/// sees the old or the new file; one that isn't whole all the same is as good as none.
/// </summary>
static class DigestCacheFile
{
    const int MaxEntries = 500_000;

    static readonly byte[] Name = Encoding.ASCII.GetBytes("harvis-digests-1\n");

    public static ConcurrentDictionary<string, RememberedDigest> Load(string path)
    {
        var digests = new ConcurrentDictionary<string, RememberedDigest>(StringComparer.Ordinal);
        try
        {
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            if (!IsWhole(bytes)) return digests;
            using var reader = new BinaryReader(new MemoryStream(bytes, Name.Length, bytes.Length - Name.Length - SHA256.HashSizeInBytes));
            for (var left = reader.ReadInt32(); left > 0; left--)
                digests[reader.ReadString()] = Entry(reader);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            digests.Clear();
        }

        return digests;
    }

    public static void Save(string path, IReadOnlyDictionary<string, RememberedDigest> digests)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, Bytes(digests));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
        }
    }

    static bool IsWhole(byte[] bytes)
    {
        var end = bytes.Length - SHA256.HashSizeInBytes;
        return end >= Name.Length + sizeof(int)
            && bytes.AsSpan(0, Name.Length).SequenceEqual(Name)
            && SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end));
    }

    static byte[] Bytes(IReadOnlyDictionary<string, RememberedDigest> digests)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Name);
        var kept = digests.Take(MaxEntries).ToArray();
        writer.Write(kept.Length);
        foreach (var (path, digest) in kept) Write(writer, path, digest);
        writer.Flush();
        var body = stream.ToArray();
        return [.. body, .. SHA256.HashData(body)];
    }

    static void Write(BinaryWriter writer, string path, RememberedDigest remembered)
    {
        var status = remembered.Status;
        writer.Write(path);
        writer.Write(status.Executable);
        writer.Write(status.Size);
        writer.Write(status.ModifiedNs);
        writer.Write(status.ChangedNs);
        writer.Write(status.Inode);
        writer.Write(Convert.FromHexString(remembered.Digest.Hex));
    }

    static RememberedDigest Entry(BinaryReader reader)
    {
        var status = new FileStatus(
            EntryKind.File, reader.ReadBoolean(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64());
        return new RememberedDigest(status, Digest.OfSha256(reader.ReadBytes(SHA256.HashSizeInBytes)));
    }

    static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // A stray file in the cache folder harms nothing.
        }
    }
}
