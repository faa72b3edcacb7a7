using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>Writes the reports when the run has ended.</summary>
/// <param name="folder">The run's record folder.</param>
/// <param name="stepSummary">The file of the GitHub step's summary, or null.</param>
sealed class ReportObserver(string folder, string? stepSummary) : IRunObserver
{
    public void RunStarted(RunStart start)
    {
    }

    public void NodeStarted(PlannedNode node, int attempt)
    {
    }

    public void NodeLogged(PlannedNode node, LogLevel level, string text)
    {
    }

    public void NodeEnded(NodeResult result)
    {
    }

    public void RunEnded(RunSummary summary)
    {
        RunReport.Write(summary, folder);
        if (stepSummary is { Length: > 0 }) RunReport.AppendToStepSummary(summary, stepSummary);
    }
}
