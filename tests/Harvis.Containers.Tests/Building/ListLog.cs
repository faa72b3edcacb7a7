using Harvis.Engine.Logging;

namespace Harvis.Containers.Tests.Building;

/// <summary>Keeps what is logged, from any thread.</summary>
sealed class ListLog : IRunLog
{
    readonly Lock _lock = new();
    readonly List<(LogLevel Level, string Text)> _entries = [];

    public IReadOnlyList<string> Infos
    {
        get
        {
            lock (_lock) return [.. _entries.Where(entry => entry.Level == LogLevel.Info).Select(entry => entry.Text)];
        }
    }

    public void Write(LogLevel level, string text)
    {
        lock (_lock) _entries.Add((level, text));
    }
}
