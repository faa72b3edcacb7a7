namespace Harvis.Engine.Files;

/// <summary>Writes files so that nobody ever sees half of one: beside, flushed, then renamed.</summary>
static class AtomicFile
{
    /// <summary>Writes a whole file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">All of it.</param>
    /// <exception cref="IOException">It can't be written; what was there before still is.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
