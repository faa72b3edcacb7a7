using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>Start to end of next to nothing, beside programs that do nothing.</summary>
static class StartComparison
{
    public static ComparisonResult Run(Options options, ComparisonRunner runner)
    {
        const string Empty = "empty console application", Help = "./build.sh --help", NoOp = "./build.sh with a no-op target";
        using var repository = new Repository(options.Programs);
        MeasuredCommand EmptyOf(string folder) => new("dotnet", Path.Combine(options.Programs, folder, "Harvis.Benchmarks.Empty.dll"));
        Contender make = ProgramOnPath.Find("make") is null
            ? new Contender.Missing("make, one target", "make isn't on PATH")
            : new Contender.OfProcess("make, one target", repository.Make(1, isChain: false));
        return runner.Run(new Comparison("Start to end", [
            new Contender.OfProcess(Empty, EmptyOf("EmptyDefault")),
            new Contender.OfProcess("the same, compiled as a build is", EmptyOf("Empty")),
            new Contender.OfProcess(Help, new MeasuredCommand(Path.Combine(options.Root, "build.sh"), "--help")),
            new Contender.OfProcess("a build with one no-op target, --help", repository.Build("--help")),
            new Contender.OfProcess("a build with one no-op target, run", repository.Build("NoOp")),
            new Contender.OfProcess(NoOp, new MeasuredCommand(Path.Combine(options.Root, "build.sh"), "Nothing")),
            make,
        ])
        {
            Aims = [new Aim.Ratio(Help, Empty, 1.5), new Aim.Ratio(NoOp, Empty, 1.5)],
        });
    }
}
