using System.Collections.Concurrent;
using Harvis.Engine.Logging;

namespace Harvis.Deployment.Tests;

/// <summary>A log that is kept, unmasked: what is secret mustn't even get this far.</summary>
sealed class RecordedLog : IRunLog
{
    readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public Action<string>? Written { get; set; }

    public void Write(LogLevel level, string text)
    {
        _lines.Enqueue(level == LogLevel.Info ? text : $"{level}: {text}");
        Written?.Invoke(text);
    }
}
