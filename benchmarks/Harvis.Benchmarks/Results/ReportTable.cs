using System.Globalization;

namespace Harvis.Benchmarks.Results;

/// <summary>Prints the report as tables.</summary>
static class ReportTable
{
    public static void Print(TextWriter output, BenchmarkReport report)
    {
        var machine = report.Machine;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB} GiB, {machine.System}, {machine.Runtime}; load {machine.Load} at the start, {report.LoadAtEnd} at the end"));
        if (report.Engine.Count > 0) PrintEngine(output, report.Engine);
        foreach (var comparison in report.Comparisons) Print(output, comparison);
    }

    static void PrintEngine(TextWriter output, IReadOnlyList<EngineResult> results)
    {
        output.WriteLine("\nEngine, in this process (median)");
        Rows(output, ["piece", "shape", "targets", "ms", "µs/target", "bytes/target"],
        [
            .. results.Select(result => new[]
            {
                result.Piece, result.Shape, result.Targets.ToString(CultureInfo.InvariantCulture), Text(result.MillisecondsMedian), Text(result.MicrosecondsPerTarget), Text(result.BytesPerTarget),
            }),
        ]);
    }

    static void Print(TextWriter output, ComparisonResult comparison)
    {
        output.WriteLine($"\n{comparison.Name}");
        Rows(output, ["", "runs", "min s", "median s", "max s", "cpu s", "peak MiB", "ratio"],
        [
            .. comparison.Contenders.Where(contender => contender.NotMeasured is null).Select(contender => new[]
            {
                contender.Name, contender.Runs.ToString(CultureInfo.InvariantCulture), Text(contender.WallSeconds?.Min), Text(contender.WallSeconds?.Median), Text(contender.WallSeconds?.Max),
                Text(contender.CpuSeconds?.Median), Text(contender.PeakMiB), Text(contender.RatioToFirst?.Median),
            }),
        ]);
        foreach (var contender in comparison.Contenders.Where(contender => contender.NotMeasured is not null)) output.WriteLine($"  {contender.Name}: not measured: {contender.NotMeasured}");
        foreach (var aim in comparison.Aims)
        {
            var verdict = aim.Met switch { true => "met", false => "MISSED", null => "not measured" };
            output.WriteLine($"  aim: {aim.Contender}: {aim.Text}: {verdict}{(aim.Measured is { } figure ? $" ({Text(figure)})" : "")}");
        }
    }

    static void Rows(TextWriter output, string[] titles, IReadOnlyList<string[]> rows)
    {
        var widths = titles.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(titles))
            output.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    static string Text(double? figure) => figure switch
    {
        null => "",
        >= 100 => figure.Value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => figure.Value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => figure.Value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => figure.Value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
