using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;

namespace Harvis.Engine.Hosts;

/// <summary>A node that has started and not ended, with its log so far.</summary>
sealed class RunningNode(string name, DateTimeOffset started, LogBuffer log) : IDisposable
{
    const int MaxWarnings = 10; // GitHub shows no more of a step

    readonly List<string> _warnings = [];

    public string Name => name;

    public DateTimeOffset Started => started;

    public LogBuffer Log => log;

    /// <summary>The first warnings that it logged.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Add(LogLevel level, string text)
    {
        log.Add(level, text);
        if (level == LogLevel.Warning && _warnings.Count < MaxWarnings) _warnings.Add(string.Join('\n', LogText.Lines(text)));
    }

    public void Dispose() => log.Dispose();
}
