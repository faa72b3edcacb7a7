using System.Text;
using Harvis.Model.Ci;

namespace Harvis.Generation.Simulation;

/// <summary>A simulated event as a table for people.</summary>
public static class SimulationText
{
    static readonly string[] Headings = ["pipeline", "wave", "job", "runner", "environment", "targets"];

    /// <summary>The table, a row for each job, and below it the tags that the images get.</summary>
    /// <param name="pipelines">What each system does.</param>
    /// <param name="tags">The tags that are put on images; empty where none are.</param>
    public static string Table(IReadOnlyList<SimulatedPipeline> pipelines, IReadOnlyList<string> tags)
    {
        var rows = pipelines.SelectMany(Rows).ToList();
        if (rows.Count == 0) return "Nothing runs for this event.\n";
        var text = new StringBuilder();
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Append(Headings).Max(row => row[column].Length)).ToList();
        Line(text, Headings, widths);
        Line(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in rows) Line(text, row, widths);
        text.Append('\n').Append(tags.Count > 0 ? $"Images are tagged {string.Join(", ", tags)}." : "No image is tagged.").Append('\n');
        return text.ToString();
    }

    static IEnumerable<string[]> Rows(SimulatedPipeline pipeline) => pipeline.Jobs
        .OrderBy(job => job.Wave)
        .Select(job => new[] { pipeline.System, job.Wave.ToString(System.Globalization.CultureInfo.InvariantCulture), job.Job.Id, Runner(job.Job), job.Job.Environment?.Name ?? "", string.Join(' ', job.Job.Nodes) });

    internal static string Runner(CiJob job) => job.Runner?.Name ?? "hosted";

    static void Line(StringBuilder text, IReadOnlyList<string> cells, IReadOnlyList<int> widths) =>
        text.Append(string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
}
