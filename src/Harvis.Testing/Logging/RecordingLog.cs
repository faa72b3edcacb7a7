using Harvis.Engine.Logging;

namespace Harvis.Testing.Logging;

/// <summary>Keeps what is logged, from any thread, in order.</summary>
public sealed class RecordingLog : IRunLog
{
    readonly Lock _lock = new();
    readonly List<(LogLevel Level, string Text)> _entries = [];

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<(LogLevel Level, string Text)> Entries
    {
        get
        {
            lock (_lock) return [.. _entries];
        }
    }

    /// <summary>The texts of one level.</summary>
    public IReadOnlyList<string> Of(LogLevel level) => [.. Entries.Where(entry => entry.Level == level).Select(entry => entry.Text)];

    /// <inheritdoc/>
    public void Write(LogLevel level, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_lock) _entries.Add((level, text));
    }
}
