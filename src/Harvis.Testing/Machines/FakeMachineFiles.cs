using System.Collections.Concurrent;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Testing.Machines;

/// <summary>Files of a machine that a test makes up. Folders are there as soon as something is in them.</summary>
public sealed class FakeMachineFiles : IMachineFiles
{
    readonly ConcurrentDictionary<string, string?> _files = new(StringComparer.Ordinal);

    /// <summary>These files with one more, or with another content.</summary>
    /// <param name="path">Its absolute path, with forward slashes.</param>
    /// <param name="text">Its text; null for one that this user may not read.</param>
    public FakeMachineFiles With(string path, string? text = "")
    {
        _files[path] = text;
        return this;
    }

    /// <summary>These files without one.</summary>
    public FakeMachineFiles Without(string path)
    {
        _files.TryRemove(path, out _);
        return this;
    }

    /// <inheritdoc/>
    public bool Exists(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var folder = path.TrimEnd('/') + '/';
        return _files.Keys.Any(file => file == path || file.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public string? ReadText(string path) => _files.GetValueOrDefault(path);
}
