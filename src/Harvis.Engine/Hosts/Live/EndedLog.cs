using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts.Live;

/// <summary>What a terminal shows of a node that has ended: of a failed one everything, of others the end of a long log.</summary>
sealed class EndedLog(Ink ink, bool verbose)
{
    const int MaxLines = 8;
    const int LinesOfLong = 4;

    public IEnumerable<string> Lines(NodeResult result, LogBuffer? log)
    {
        yield return Title(result);
        var all = log?.Lines() ?? [];
        var skipped = !verbose && result.Satisfies && log?.Count > MaxLines ? log.Count - LinesOfLong : 0;
        if (skipped > 0) yield return ink.Dim($"  … {OutcomeWords.Count((int)Math.Min(skipped, int.MaxValue), "line", "lines")} before; --verbose shows all");
        foreach (var (level, line) in skipped > 0 ? all.TakeLast(LinesOfLong) : all) yield return "  " + Line(level, line);
        foreach (var line in LogText.Lines(result.Reason).SkipWhile(line => line.Trim().Length == 0).Skip(1)) yield return $"  {line}";
    }

    string Title(NodeResult result)
    {
        var reason = OutcomeWords.ShortReason(result);
        var mark = ink.Of(result.Outcome, Mark(result.Outcome));
        return $"{mark} {ink.Bold(result.Node.Node.Name)} {ink.Of(result.Outcome, OutcomeWords.Of(result))}{(reason.Length > 0 ? ": " : "")}{reason}";
    }

    string Line(LogLevel level, string line) => level switch
    {
        LogLevel.Warning => $"{ink.Yellow("warning:")} {line}",
        LogLevel.Error => $"{ink.Red("error:")} {line}",
        _ => ink.Dim(line),
    };

    static string Mark(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.Succeeded => "✓",
        NodeOutcome.Unchanged or NodeOutcome.Resumed => "=",
        NodeOutcome.Skipped or NodeOutcome.WouldRun => "-",
        NodeOutcome.Failed => "✗",
        NodeOutcome.Blocked or NodeOutcome.Cancelled => "!",
        _ => "?",
    };
}
