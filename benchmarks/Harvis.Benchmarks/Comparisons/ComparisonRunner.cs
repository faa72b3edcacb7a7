using System.Diagnostics;
using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>Measures a comparison: a warm-up of each contender, then the runs in turn, then the memory.</summary>
/// <param name="runs">How many runs are counted.</param>
/// <param name="progress">Is told what is done.</param>
sealed class ComparisonRunner(int runs, Action<string> progress)
{
    const int MemoryRuns = 3;

    public ComparisonResult Run(Comparison comparison)
    {
        progress($"{comparison.Name} …");
        var broken = new Dictionary<Contender, string>();
        var samples = comparison.Contenders.ToDictionary(contender => contender, _ => new List<Sample>());
        for (var run = -1; run < Math.Min(runs, comparison.MaxRuns); run++)
        {
            foreach (var contender in comparison.Contenders.Where(contender => !broken.ContainsKey(contender)))
            {
                if (Try(contender, broken, () => Measure(contender)) is { } sample && run >= 0) samples[contender].Add(sample);
            }
        }

        var peaks = comparison.Contenders.ToDictionary(contender => contender, contender => broken.ContainsKey(contender) ? null : Peak(contender, broken));
        var results = comparison.Contenders
            .Select(contender => ContenderResult.Of(contender, broken.GetValueOrDefault(contender), samples[contender], peaks[contender], samples[comparison.Contenders[0]]))
            .ToList();
        return new ComparisonResult(comparison.Name, results, [.. comparison.Aims.Select(aim => AimResult.Of(aim, comparison, samples, peaks))]);
    }

    static Sample Measure(Contender contender)
    {
        contender.Prepare();
        switch (contender)
        {
            case Contender.OfProcess process:
                return ProcessMeter.Run(process.Process);
            case Contender.InProcess code:
                var start = Stopwatch.GetTimestamp();
                code.Run();
                return new Sample(Stopwatch.GetElapsedTime(start), Cpu: null);
            case Contender.Missing missing:
                throw new InvalidOperationException(missing.Why);
            default:
                throw new InvalidOperationException($"There is no way to measure {contender.Name}.");
        }
    }

    static long? Peak(Contender contender, Dictionary<Contender, string> broken)
    {
        if (contender is not Contender.OfProcess process) return null;
        var peaks = new List<long>();
        for (var run = 0; run < MemoryRuns; run++)
        {
            contender.Prepare();
            try
            {
                peaks.Add(ProcessMeter.PeakBytes(process.Process));
            }
            catch (InvalidOperationException failed)
            {
                broken[contender] = failed.Message;
                return null;
            }
        }

        return peaks.Order().ElementAt(MemoryRuns / 2);
    }

    static Sample? Try(Contender contender, Dictionary<Contender, string> broken, Func<Sample> measure)
    {
        try
        {
            return measure();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            broken[contender] = failed.Message;
            return null;
        }
    }
}
