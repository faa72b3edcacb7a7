using System.Security.Cryptography;
using System.Text;
using Harvis.Engine.Files;

namespace Harvis.Engine.Generated;

/// <summary>
/// Remembers what was generated here, so that a file which can't hold a header (JSON, a lock file) is known again as long as nobody
/// has touched it.
/// </summary>
sealed class WrittenFiles(string storedIn)
{
    readonly Dictionary<string, string> _digests = Load(storedIn);

    /// <summary>Whether this is what was written last.</summary>
    public bool Knows(string path, string text) => _digests.GetValueOrDefault(path) == DigestOf(text);

    /// <summary>Remembers what is generated now.</summary>
    public void Save(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files) _digests[path] = DigestOf(text);
        var lines = _digests.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Value} {entry.Key}\n");
        AtomicFile.Write(storedIn, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    static Dictionary<string, string> Load(string path)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path)) return digests;
        foreach (var words in File.ReadLines(path).Select(line => line.Split(' ', 2)).Where(words => words.Length == 2)) digests[words[1]] = words[0];
        return digests;
    }

    static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
