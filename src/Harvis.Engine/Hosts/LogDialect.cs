using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>How a host folds a log, and what it must never be told by one.</summary>
abstract class LogDialect(Ink ink)
{
    /// <summary>The colours.</summary>
    public Ink Ink { get; } = ink;

    /// <summary>A line that the host shows and doesn't obey. Its control characters are gone already.</summary>
    public virtual string Harmless(string line) => line;

    /// <summary>Prints a node's log as one.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="result">How the node ended.</param>
    /// <param name="log">Its lines.</param>
    /// <param name="started">When it started.</param>
    /// <param name="ended">When it ended.</param>
    public abstract void WriteLog(TextWriter output, NodeResult result, IEnumerable<string> log, DateTimeOffset started, DateTimeOffset ended);

    /// <summary>Tells the host about warnings and failures, where it has a place for them.</summary>
    public virtual void Annotate(TextWriter output, NodeResult result, IReadOnlyList<string> warnings)
    {
    }

    /// <summary>The line above a log: <c>Scan failed after 3.0 s: reason</c>.</summary>
    public string Title(NodeResult result)
    {
        var reason = OutcomeWords.ShortReason(result);
        return Harmless($"{Ink.Bold(result.Node.Node.Name)} {Ink.Of(result.Outcome, OutcomeWords.Of(result))}{(reason.Length > 0 ? ": " : "")}{reason}");
    }

    /// <summary>One line of a log.</summary>
    public string Line(LogLevel level, string line) => level switch
    {
        LogLevel.Warning => $"{Ink.Yellow("warning:")} {Harmless(line)}",
        LogLevel.Error => $"{Ink.Red("error:")} {Harmless(line)}",
        LogLevel.Debug => Ink.Dim(Harmless(line)),
        _ => Harmless(line),
    };
}
