using Harvis.Engine.Logging;
using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>Is told what a run does, in order, never two calls at once. It must not throw and must be quick; it can't change the run.</summary>
public interface IRunObserver
{
    /// <summary>The run starts.</summary>
    void RunStarted(RunStart start);

    /// <summary>A node starts, or starts again after a failed try.</summary>
    /// <param name="node">The node.</param>
    /// <param name="attempt">1 for the first try.</param>
    void NodeStarted(PlannedNode node, int attempt);

    /// <summary>A node wrote to its log. The text is masked and has no line break at its end.</summary>
    void NodeLogged(PlannedNode node, LogLevel level, string text);

    /// <summary>A node ended, or was found not to run at all.</summary>
    void NodeEnded(NodeResult result);

    /// <summary>The run ended.</summary>
    void RunEnded(RunSummary summary);
}
