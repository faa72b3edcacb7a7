using System.Globalization;
using Harvis.Containers.Building;

namespace Harvis.Build;

sealed partial class Build
{
    [Parameter("What Benchmark measures")]
    readonly IReadOnlyList<BenchmarkKind> Benchmarks = [BenchmarkKind.All];

    [Parameter("How often Benchmark runs each thing")]
    readonly int BenchmarkRuns = 10;

    /// <summary>The programs that are measured: each folder below the benchmarks' output, its project, and whether it becomes machine code.</summary>
    static IReadOnlyList<(string Folder, string Project, bool MachineCode)> MeasuredPrograms =>
    [
        ("EmptyDefault", "Harvis.Benchmarks.Empty", false),
        ("Empty", "Harvis.Benchmarks.Empty", true),
        ("Pipeline", "Harvis.Benchmarks.Pipeline", true),
        ("Retag", "Harvis.Benchmarks.Retag", true),
    ];

    bool Measures(BenchmarkKind kind) => Benchmarks.Contains(kind) || Benchmarks.Contains(BenchmarkKind.All);

    Target Nothing => _ => _
        .Description("Do nothing: what a start costs")
        .Unlisted()
        .Executes(() => { });

    Target CompileBenchmarks => _ => _
        .Description("Compile the benchmarks and the programs that they measure")
        .Unlisted()
        .Executes(async (run, ct) =>
        {
            // One after the other: they share projects.
            foreach (var (folder, project, machineCode) in MeasuredPrograms) await CompileAsync(run, folder, project, machineCode, ct);
            await CompileAsync(run, "Harness", "Harvis.Benchmarks", machineCode: false, ct);
        });

    Target Benchmark => _ => _
        .Description("Measure the engine, and whole processes beside their peers; prints a table, writes JSON into benchmarks/results")
        .DependsOn(CompileBenchmarks)
        .Executes(BenchmarkAsync);

    static async Task CompileAsync(TargetRun run, string folder, string project, bool machineCode, CancellationToken cancellationToken)
    {
        var output = Path.Combine(run.Temporary, "benchmarks", folder);
        string[] arguments =
        [
            "publish", $"benchmarks/{project}", "--configuration", "Release", "--output", output, "--nologo", "--verbosity", "quiet",
            $"-p:CompileToMachineCode={(machineCode ? "true" : "false")}", $"-p:ArtifactsPath={Path.Combine(run.Temporary, "benchmarks", machineCode ? "machine-code" : "portable")}",
        ];
        (await run.Processes.RunAsync(new ProcessCommand("dotnet", arguments), cancellationToken)).EnsureSuccess();
    }

    async Task BenchmarkAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var name = run.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HHmmss", CultureInfo.InvariantCulture);
        var result = Path.Combine("benchmarks", "results", $"{name}.local.json");
        string[] bake = Measures(BenchmarkKind.SecondRun) ? ["--bake", await WriteBakeFileAsync(run, cancellationToken)] : [];
        string[] arguments =
        [
            Path.Combine(run.Temporary, "benchmarks", "Harness", "Harvis.Benchmarks.dll"),
            "--kinds", string.Join(',', Benchmarks),
            "--runs", BenchmarkRuns.ToString(CultureInfo.InvariantCulture),
            "--root", run.Root,
            "--programs", Path.Combine(run.Temporary, "benchmarks"),
            "--output", Path.Combine(run.Root, result),
            .. bake,
        ];
        var measured = await run.Processes.RunAsync(new ProcessCommand("dotnet", arguments) { Timeout = TimeSpan.FromHours(2) }, cancellationToken);
        run.Note(measured.EnsureSuccess().Output.TrimEnd());
        run.Note($"Benchmarks: {result}");
    }

    async Task<string> WriteBakeFileAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var path = Path.Combine(run.Temporary, "benchmarks", "bake.json");
        var images = new Dictionary<ContainerImage, IReadOnlyDictionary<string, ImageReference>>();
        foreach (var image in HarvisAi.Images) images.Add(image, await _images.BasesAsync(image, run, cancellationToken));
        BakeFile.Write(path, run.Root, images, CaBundle.Find(run.Environment));
        return path;
    }
}
