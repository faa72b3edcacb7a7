using Harvis.Benchmarks.Engine;
using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>10,000 targets that do nothing, as a whole process, journal and reports included.</summary>
static class ManyTargetsComparison
{
    const int Targets = 10_000;
    const double MostSeconds = 0.5;
    const double MostMebibytes = 100;

    public static ComparisonResult Run(Options options, ComparisonRunner runner, GraphShape shape)
    {
        using var repository = new Repository(options.Programs);
        Contender.OfProcess Of(int targets) => new(
            FormattableString.Invariant($"{targets:N0} targets"),
            repository.Build("All", "--shape", shape.ToString(), "--count", FormattableString.Invariant($"{targets}")));
        Contender make = ProgramOnPath.Find("make") is null
            ? new Contender.Missing("make", "make isn't on PATH")
            : new Contender.OfProcess("make, 10,000 targets", repository.Make(Targets, shape == GraphShape.Chain));
        var all = Of(Targets);
        return runner.Run(new Comparison(shape == GraphShape.Wide ? "Targets that don't depend on each other" : "Targets as one chain",
            [Of(1_000), Of(2_500), Of(5_000), all, make])
        {
            Aims = [new Aim.Seconds(all.Name, MostSeconds), new Aim.Mebibytes(all.Name, MostMebibytes)],
        });
    }
}
