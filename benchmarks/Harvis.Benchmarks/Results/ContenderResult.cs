using Harvis.Benchmarks.Comparisons;
using Harvis.Benchmarks.Processes;

namespace Harvis.Benchmarks.Results;

/// <summary>What was measured of a contender.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">How it is run.</param>
/// <param name="Runs">How many runs were counted.</param>
/// <param name="WallSeconds">From start to end.</param>
/// <param name="CpuSeconds">Processor time, user and system, of the process and what it waited for.</param>
/// <param name="PeakMiB">The most memory that one process held at once: the median of three runs.</param>
/// <param name="RatioToFirst">Wall time as a multiple of the first contender's, pair by pair.</param>
/// <param name="NotMeasured">Why there are no figures; null where there are.</param>
sealed record ContenderResult(
    string Name, string Command, int Runs, Spread? WallSeconds, Spread? CpuSeconds, double? PeakMiB, Spread? RatioToFirst, string? NotMeasured)
{
    const double Mebibyte = 1024 * 1024;

    public static ContenderResult Of(Contender contender, string? broken, IReadOnlyList<Sample> samples, long? peakBytes, IReadOnlyList<Sample> first)
    {
        if (broken is not null) return new ContenderResult(contender.Name, contender.Command, 0, null, null, null, null, broken);
        return new ContenderResult(
            contender.Name,
            contender.Command,
            samples.Count,
            Spread.Of(samples.Select(sample => sample.Wall.TotalSeconds)),
            Spread.Of(samples.Where(sample => sample.Cpu is not null).Select(sample => sample.Cpu!.Value.TotalSeconds)),
            peakBytes is { } bytes ? Math.Round(bytes / Mebibyte, 1) : null,
            Spread.Of(Ratios(samples, first)),
            NotMeasured: null);
    }

    /// <summary>The ratios of runs that followed each other.</summary>
    public static IEnumerable<double> Ratios(IReadOnlyList<Sample> samples, IReadOnlyList<Sample> others) => samples.Zip(others, (sample, other) => sample.Wall / other.Wall);
}
