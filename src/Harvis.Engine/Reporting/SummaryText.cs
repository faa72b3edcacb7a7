using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>The end of a run as text: a table of targets, the critical path, notes, and where the report is.</summary>
/// <param name="width">How many cells a line may take.</param>
/// <param name="ink">The colours.</param>
sealed class SummaryText(int width, Ink ink)
{
    /// <summary>From how many targets on those that went well are only counted.</summary>
    public const int MaxRows = 100;

    const int Slowest = 10;
    const int MinReason = 12;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines(RunSummary summary) =>
    [
        "",
        .. Table(Shown(summary)),
        .. summary.Results.Count > 0 ? [""] : Array.Empty<string>(),
        .. Totals(summary),
        .. CriticalPath(summary),
        .. summary.Notes.SelectMany(note => LogText.Lines(note)),
        .. summary.RecordFolder.Length > 0 ? [ink.Dim($"Report: {summary.RecordFolder}/{RunReport.MarkdownFile}")] : Array.Empty<string>(),
    ];

    static IReadOnlyList<NodeResult> Shown(RunSummary summary)
    {
        if (summary.Results.Count <= MaxRows) return summary.Results;
        var slowest = summary.Results.OrderByDescending(result => result.Duration).Take(Slowest).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. summary.Results.Where(result => !result.Satisfies || slowest.Contains(result))];
    }

    IEnumerable<string> Table(IReadOnlyList<NodeResult> results)
    {
        if (results.Count == 0) yield break;
        var names = results.Select(result => result.Node.Node.Name).ToList();
        var times = results.Select(Time).ToList();
        var outcomes = results.Select(result => OutcomeWords.Of(result.Outcome)).ToList();
        var (timeWidth, outcomeWidth) = (Widest("Time", times), Widest("Outcome", outcomes));
        var nameWidth = Math.Min(Widest("Target", names), Math.Max(8, width - outcomeWidth - timeWidth - 6 - MinReason));
        var reasonWidth = Math.Max(0, width - nameWidth - outcomeWidth - timeWidth - 6);
        yield return ink.Bold($"{CellWidth.Fit("Target", nameWidth)}  {CellWidth.Fit("Outcome", outcomeWidth)}  {"Time".PadLeft(timeWidth)}");
        for (var i = 0; i < results.Count; i++)
        {
            var outcome = ink.Of(results[i].Outcome, CellWidth.Fit(outcomes[i], outcomeWidth));
            var reason = ink.Dim(CellWidth.Cut(Remark(results[i]), reasonWidth));
            yield return $"{CellWidth.Fit(names[i], nameWidth)}  {outcome}  {times[i].PadLeft(timeWidth)}  {reason}".TrimEnd();
        }
    }

    IEnumerable<string> Totals(RunSummary summary)
    {
        var text = $"{OutcomeWords.Verdict(summary)}: {OutcomeWords.Of(summary)}.";
        yield return summary.Outcome switch
        {
            RunOutcome.Succeeded => ink.Green(text),
            RunOutcome.Cancelled => ink.Yellow(text),
            _ => ink.Red(text),
        };
        if (summary.Results.Count > MaxRows) yield return ink.Dim($"The table shows what didn't go well, and the {Slowest} slowest targets.");
    }

    IEnumerable<string> CriticalPath(RunSummary summary)
    {
        var path = summary.CriticalPath.Where(result => result.Duration > TimeSpan.Zero).ToList();
        if (path.Count < 2) yield break;
        var total = path.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Duration);
        var line = $"Critical path, {HumanDuration.Text(total)}: ";
        for (var i = 0; i < path.Count; i++)
        {
            var step = $"{path[i].Node.Node.Name} {HumanDuration.Text(path[i].Duration)}{(i < path.Count - 1 ? " > " : "")}";
            if (CellWidth.Of(line + step.TrimEnd()) > width && line.Trim().Length > 0)
            {
                yield return line.TrimEnd();
                line = "  ";
            }

            line += CellWidth.Cut(step, Math.Max(1, width - 2));
        }

        yield return line;
    }

    static int Widest(string title, IEnumerable<string> cells) => cells.Select(CellWidth.Of).Append(title.Length).Max();

    static string Time(NodeResult result) => result.Duration == TimeSpan.Zero ? "" : HumanDuration.Text(result.Duration);

    static string Remark(NodeResult result)
    {
        string[] parts =
        [
            result.Attempts > 1 ? OutcomeWords.Count(result.Attempts, "try", "tries") : "",
            result.Warnings > 0 ? OutcomeWords.Count(result.Warnings, "warning", "warnings") : "",
            OutcomeWords.ShortReason(result),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
