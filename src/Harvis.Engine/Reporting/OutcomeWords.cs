using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>How something ended, in words.</summary>
static class OutcomeWords
{
    /// <summary>The order in which outcomes are counted: what went well first.</summary>
    public static readonly NodeOutcome[] All =
    [
        NodeOutcome.Succeeded, NodeOutcome.Unchanged, NodeOutcome.Resumed, NodeOutcome.WouldRun, NodeOutcome.Skipped,
        NodeOutcome.Failed, NodeOutcome.Blocked, NodeOutcome.Cancelled,
    ];

    /// <summary>One or two words: <c>succeeded</c>, <c>would run</c>.</summary>
    public static string Of(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.WouldRun => "would run",
        NodeOutcome.Succeeded => "succeeded",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>A node's end: <c>failed after 3.0 s, 2 tries</c>.</summary>
    public static string Of(NodeResult result)
    {
        var time = result.Duration == TimeSpan.Zero ? "" : $" {(result.Outcome == NodeOutcome.Succeeded ? "in" : "after")} {HumanDuration.Text(result.Duration)}";
        var tries = result.Attempts > 1 ? $", {Count(result.Attempts, "try", "tries")}" : "";
        var warnings = result.Warnings > 0 ? $", {Count(result.Warnings, "warning", "warnings")}" : "";
        return $"{Of(result.Outcome)}{time}{tries}{warnings}";
    }

    /// <summary>A run's end: <c>5 targets in 1.9 s: 4 succeeded, 1 failed</c>; where all succeeded, without the counts.</summary>
    public static string Of(RunSummary summary)
    {
        var text = $"{Count(summary.Results.Count, "target", "targets")} in {HumanDuration.Text(summary.Elapsed)}";
        if (summary.Results.All(result => result.Outcome == NodeOutcome.Succeeded)) return text;
        var counts = new List<string>();
        foreach (var outcome in All)
        {
            var count = summary.Results.Count(result => result.Outcome == outcome);
            if (count > 0) counts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {Of(outcome)}"));
        }

        return $"{text}: {string.Join(", ", counts)}";
    }

    /// <summary>A run's end in a word or two.</summary>
    public static string Verdict(RunSummary summary) =>
        summary.Outcome == RunOutcome.Succeeded && summary.Results.Any(result => result.Outcome == NodeOutcome.WouldRun)
            ? "Dry run, nothing was done"
            : summary.Outcome.ToString();

    /// <summary>The first line of why a node ended so.</summary>
    public static string ShortReason(NodeResult result) => LogText.FirstLine(result.Reason);

    public static string Count(int count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
