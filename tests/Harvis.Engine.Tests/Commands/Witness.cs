using System.Collections.Concurrent;
using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Engine.Tests.Commands;

/// <summary>Keeps what a run tells.</summary>
sealed class Witness : IRunObserver
{
    readonly ConcurrentQueue<string> _log = new();

    public RunSummary? Summary { get; private set; }

    public IReadOnlyList<string> Log => [.. _log];

    public int Parallelism { get; private set; }

    public void RunStarted(RunStart start) => Parallelism = start.Parallelism;

    public void NodeStarted(PlannedNode node, int attempt)
    {
    }

    public void NodeLogged(PlannedNode node, LogLevel level, string text) => _log.Enqueue(text);

    public void NodeEnded(NodeResult result)
    {
    }

    public void RunEnded(RunSummary summary) => Summary = summary;
}
