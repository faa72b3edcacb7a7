using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>The whole pipeline of this repository with nothing changed, beside a bake of the same images with push, all cached.</summary>
static class SecondRunComparison
{
    public static ComparisonResult Run(Options options, ComparisonRunner runner)
    {
        const string Bake = "docker buildx bake, with push", Whole = "./build.sh (build, push, tag, deploy, verify)", Same = "./build.sh Tag (build, push, tag)";
        var script = Path.Combine(options.Root, "build.sh");
        Contender bake = options.BakeFile is { } file
            ? new Contender.OfProcess(Bake, new MeasuredCommand("docker", "buildx", "bake", "--progress=plain", "--file", file) { Folder = options.Root })
            : new Contender.Missing(Bake, "there is no bake file; run it by ./build.sh Benchmark");
        return runner.Run(new Comparison("Second run, nothing changed", [
            bake,
            new Contender.OfProcess(Whole, new MeasuredCommand(script) { Folder = options.Root }),
            new Contender.OfProcess(Same, new MeasuredCommand(script, "Tag") { Folder = options.Root }),
        ])
        {
            Aims = [new Aim.Ratio(Whole, Bake, 1)],
        });
    }
}
