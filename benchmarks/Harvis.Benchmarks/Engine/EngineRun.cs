using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Harvis.Benchmarks.Results;
using Perfolizer.Horology;

namespace Harvis.Benchmarks.Engine;

/// <summary>Runs the engine's benchmarks by BenchmarkDotNet and takes the figures from its summary.</summary>
/// <param name="runs">How many iterations are counted.</param>
/// <param name="artifacts">Where BenchmarkDotNet leaves its own reports.</param>
/// <param name="log">Gets what BenchmarkDotNet says.</param>
sealed class EngineRun(int runs, string artifacts, StreamWriter log)
{
    public IReadOnlyList<EngineResult> Run()
    {
        var summary = BenchmarkRunner.Run<EngineBenchmarks>(Config());
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            throw new InvalidOperationException($"BenchmarkDotNet couldn't run all benchmarks; its log is in {artifacts}.");
        return [.. summary.Reports.Select(Result)];
    }

    // In this process: a project generated and compiled for each benchmark would take minutes, and measures the same code.
    IConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(3)
            .WithIterationCount(Math.Max(3, runs)))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.GitHub)
        .AddLogger(new StreamLogger(log))
        .WithOptions(ConfigOptions.DisableOptimizationsValidator)
        .WithArtifactsPath(artifacts);

    static EngineResult Result(BenchmarkDotNet.Reports.BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        var targets = (int)benchmark.Parameters[nameof(EngineBenchmarks.Targets)];
        var nanoseconds = report.ResultStatistics!.Median;
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0;
        return new EngineResult(
            benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            $"{benchmark.Parameters[nameof(EngineBenchmarks.Shape)]}",
            targets,
            Math.Round(nanoseconds / 1e6, 3),
            Math.Round(nanoseconds / 1e3 / targets, 3),
            Math.Round((double)bytes / targets, 1));
    }
}
