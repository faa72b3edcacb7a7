using System.Text;
using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>Writes a run's report into its record folder: for people, for programs, and as a timeline.</summary>
public static class RunReport
{
    /// <summary>The report for people.</summary>
    public const string MarkdownFile = "report.md";

    /// <summary>The same for programs.</summary>
    public const string JsonFile = "report.json";

    /// <summary>The timeline, for <c>chrome://tracing</c> and Perfetto.</summary>
    public const string TraceFile = "trace.json";

    // GitHub refuses a step's summary above this size.
    const int MaxStepSummaryBytes = 1024 * 1024;

    /// <summary>Writes all three files; the folder is made where it isn't there.</summary>
    /// <exception cref="IOException">The files can't be written, for example because the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder isn't ours.</exception>
    public static void Write(RunSummary summary, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, MarkdownFile), MarkdownReport.Text(summary));
        using (var json = File.Create(Path.Combine(folder, JsonFile))) JsonReport.Write(json, summary);
        using var trace = File.Create(Path.Combine(folder, TraceFile));
        TraceReport.Write(trace, summary);
    }

    /// <summary>Adds the report to a GitHub step's summary, whose path is in <c>GITHUB_STEP_SUMMARY</c>.</summary>
    /// <remarks>A report that the summary has no room for is left out; a line says where it is.</remarks>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file isn't ours.</exception>
    public static void AppendToStepSummary(RunSummary summary, string path)
    {
        var text = MarkdownReport.Text(summary);
        var used = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (used + Encoding.UTF8.GetByteCount(text) >= MaxStepSummaryBytes)
            text = $"{OutcomeWords.Verdict(summary)}: {OutcomeWords.Of(summary)}. The report is too long for this page: {summary.RecordFolder}/{MarkdownFile}\n";
        File.AppendAllText(path, (used > 0 ? "\n" : "") + text);
    }
}
