using Harvis.Benchmarks.Comparisons;
using Harvis.Benchmarks.Processes;

namespace Harvis.Benchmarks.Results;

/// <summary>Whether an aim was reached.</summary>
/// <param name="Contender">Whose aim it is.</param>
/// <param name="Text">The aim.</param>
/// <param name="Measured">The figure that it is about; null where it wasn't measured.</param>
/// <param name="Met">Whether it was reached; null where that wasn't measured.</param>
sealed record AimResult(string Contender, string Text, double? Measured, bool? Met)
{
    public static AimResult Of(Aim aim, Comparison comparison, Dictionary<Contender, List<Sample>> samples, Dictionary<Contender, long?> peaks)
    {
        var contender = Find(comparison, aim.Contender);
        var (measured, most) = aim switch
        {
            Aim.Ratio ratio => (Spread.Of(ContenderResult.Ratios(samples[contender], samples[Find(comparison, ratio.Other)]))?.Median, ratio.Most),
            Aim.Seconds seconds => (Spread.Of(samples[contender].Select(sample => sample.Wall.TotalSeconds))?.Median, seconds.Most),
            Aim.Mebibytes mebibytes => (peaks[contender] is { } bytes ? Math.Round(bytes / 1048576.0, 1) : (double?)null, mebibytes.Most),
            _ => throw new ArgumentOutOfRangeException(nameof(aim), aim, "There is no such aim."),
        };
        return new AimResult(aim.Contender, aim.Text, measured, measured is null ? null : measured <= most);
    }

    static Contender Find(Comparison comparison, string name) => comparison.Contenders.First(contender => contender.Name == name);
}
