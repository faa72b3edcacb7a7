using System.Globalization;
using System.Text;
using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>The end of a run as Markdown, as GitHub and GitLab show it.</summary>
static class MarkdownReport
{
    /// <summary>The whole report, LF line ends.</summary>
    public static string Text(RunSummary summary)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {OutcomeWords.Verdict(summary)}: {OutcomeWords.Of(summary)}\n\n");
        text.Append("| Target | Outcome | Time | Remark |\n| --- | --- | ---: | --- |\n");
        foreach (var result in summary.Results) AppendRow(text, result);
        AppendCriticalPath(text, summary);
        if (summary.Notes.Count > 0) text.Append('\n');
        foreach (var note in summary.Notes) text.Append("- ").Append(Escape(note)).Append('\n');
        return text.ToString();
    }

    /// <summary>A text in which nothing means anything to Markdown, HTML or a table.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text)) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in string.Join('\n', LogText.Lines(text.Trim())))
        {
            escaped.Append(c switch
            {
                '\n' => "<br>",
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '@' => "&#64;", // mentions nobody
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '#' or '!' or '$' => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (':' or '.' or '-')) return false;
        }

        return true;
    }

    static void AppendRow(StringBuilder text, NodeResult result)
    {
        var outcome = result.Satisfies ? OutcomeWords.Of(result.Outcome) : $"**{OutcomeWords.Of(result.Outcome)}**";
        var time = result.Duration == TimeSpan.Zero ? "" : HumanDuration.Text(result.Duration);
        var tries = result.Attempts > 1 ? OutcomeWords.Count(result.Attempts, "try", "tries") : "";
        var warnings = result.Warnings > 0 ? OutcomeWords.Count(result.Warnings, "warning", "warnings") : "";
        string[] remarks = [tries, warnings, Escape(result.Reason)];
        text.Append(CultureInfo.InvariantCulture, $"| {Escape(result.Node.Node.Name)} | {outcome} | {time} | ")
            .AppendJoin(", ", remarks.Where(remark => remark.Length > 0))
            .Append(" |\n");
    }

    static void AppendCriticalPath(StringBuilder text, RunSummary summary)
    {
        var steps = summary.CriticalPath
            .Where(result => result.Duration > TimeSpan.Zero)
            .Select(result => $"{Escape(result.Node.Node.Name)} {HumanDuration.Text(result.Duration)}")
            .ToList();
        if (steps.Count > 1) text.Append("\nCritical path: ").AppendJoin(" → ", steps).Append('\n');
    }
}
