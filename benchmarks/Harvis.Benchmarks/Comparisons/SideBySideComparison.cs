using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>Four targets that each run <c>sleep 2</c>: the critical path is two seconds.</summary>
static class SideBySideComparison
{
    const double MostSeconds = 1.05 * 2;

    public static ComparisonResult Run(Options options, ComparisonRunner runner)
    {
        using var repository = new Repository(options.Programs);
        var ours = new Contender.OfProcess("four targets of two seconds", repository.Build("SideBySide"));
        return runner.Run(new Comparison("Four 2-second targets side by side", [
            new Contender.OfProcess("a shell: sleep 2 & … wait", new MeasuredCommand("sh", "-c", "sleep 2 & sleep 2 & sleep 2 & sleep 2 & wait")),
            ours,
        ])
        {
            Aims = [new Aim.Seconds(ours.Name, MostSeconds)],
            MaxRuns = 5,
        });
    }
}
