using Harvis.Engine.Logging;
using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>Hands each call to several observers, one call at a time. An observer that throws is left out from then on: it can't harm the run.</summary>
sealed class SerialObserver(IEnumerable<IRunObserver> observers) : IRunObserver
{
    readonly List<IRunObserver> _observers = [.. observers];
    readonly Lock _lock = new();
    readonly HashSet<int> _ended = [];

    public void RunStarted(RunStart start) => Each(observer => observer.RunStarted(start));

    public void NodeStarted(PlannedNode node, int attempt) => Each(observer => observer.NodeStarted(node, attempt));

    // What a body left running has nobody to speak to any more: its node would look as if it ran again.
    public void NodeLogged(PlannedNode node, LogLevel level, string text)
    {
        lock (_lock)
        {
            if (!_ended.Contains(node.Index)) Each(observer => observer.NodeLogged(node, level, text));
        }
    }

    public void NodeEnded(NodeResult result)
    {
        lock (_lock) _ended.Add(result.Node.Index);
        Each(observer => observer.NodeEnded(result));
    }

    public void RunEnded(RunSummary summary) => Each(observer => observer.RunEnded(summary));

    void Each(Action<IRunObserver> tell)
    {
        lock (_lock)
        {
            for (var i = _observers.Count - 1; i >= 0; i--)
            {
                try
                {
                    tell(_observers[i]);
                }
                catch (Exception broken) when (broken is not OutOfMemoryException)
                {
                    _observers.RemoveAt(i);
                }
            }
        }
    }
}
