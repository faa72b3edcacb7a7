using Harvis.Engine.Logging;
using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>The log of one node: masks, counts warnings, tells the observer.</summary>
sealed class NodeLog(PlannedNode node, IRunObserver observer, Func<string, string> mask) : IRunLog
{
    int _warnings;

    /// <summary>How many warnings were written.</summary>
    public int Warnings => _warnings;

    public void Write(LogLevel level, string text)
    {
        if (level == LogLevel.Warning) Interlocked.Increment(ref _warnings);
        observer.NodeLogged(node, level, mask(text.TrimEnd('\r', '\n')));
    }
}
