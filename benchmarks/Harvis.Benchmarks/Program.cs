using Harvis.Benchmarks.Comparisons;
using Harvis.Benchmarks.Engine;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks;

/// <summary>Measures what is asked for, prints tables, and writes JSON. <c>./build.sh Benchmark</c> compiles and calls it.</summary>
static class Program
{
    public static int Main(string[] args)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            Console.Error.WriteLine("Whole processes can be measured on 64-bit Linux only.");
            return 1;
        }

        var options = Options.Parse(args);
        var (at, machine) = (DateTimeOffset.UtcNow, Machine.Current());
        var runner = new ComparisonRunner(options.Runs, Console.Error.WriteLine);
        var report = new BenchmarkReport
        {
            At = at,
            Machine = machine,
            Engine = options.Kinds.Contains(BenchmarkKind.Engine) ? Engine(options) : [],
            Comparisons = [.. Compare(options, runner)],
            LoadAtEnd = Machine.Current().Load,
        };
        ReportJson.Write(options.Output, report);
        ReportTable.Print(Console.Out, report);
        return 0;
    }

    static IReadOnlyList<EngineResult> Engine(Options options)
    {
        var artifacts = Path.Combine(options.Programs, "engine");
        Directory.CreateDirectory(artifacts);
        using var log = File.CreateText(Path.Combine(artifacts, "log.txt"));
        Console.Error.WriteLine("Engine …");
        return new EngineRun(options.Runs, artifacts, log).Run();
    }

    // Each is made when its turn comes, and what it needs (a folder, a registry) goes before the next begins.
    static IEnumerable<ComparisonResult> Compare(Options options, ComparisonRunner runner)
    {
        if (options.Kinds.Contains(BenchmarkKind.Start)) yield return StartComparison.Run(options, runner);
        if (options.Kinds.Contains(BenchmarkKind.ManyTargets))
        {
            yield return ManyTargetsComparison.Run(options, runner, GraphShape.Wide);
            yield return ManyTargetsComparison.Run(options, runner, GraphShape.Chain);
        }

        if (options.Kinds.Contains(BenchmarkKind.SideBySide)) yield return SideBySideComparison.Run(options, runner);
        if (options.Kinds.Contains(BenchmarkKind.Retag))
        {
            foreach (var result in RetagComparison.Run(runner, options)) yield return result;
        }

        if (options.Kinds.Contains(BenchmarkKind.SecondRun)) yield return SecondRunComparison.Run(options, runner);
    }
}
