using Harvis.Engine.Logging;

namespace Harvis.Deployment.Tests;

/// <summary>Keeps what is logged.</summary>
sealed class RecordedLog : IRunLog
{
    readonly List<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public void Write(LogLevel level, string text)
    {
        lock (_lines) _lines.Add($"{level}: {text}");
    }
}
