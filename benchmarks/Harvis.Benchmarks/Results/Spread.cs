namespace Harvis.Benchmarks.Results;

/// <summary>The smallest, the middle and the largest of several figures.</summary>
sealed record Spread(double Min, double Median, double Max)
{
    /// <summary>Of these figures; null where there are none. Of an even number, the median is the mean of the two in the middle.</summary>
    public static Spread? Of(IEnumerable<double> figures)
    {
        var ordered = figures.Order().ToList();
        if (ordered.Count == 0) return null;
        var median = (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
        return new Spread(Round(ordered[0]), Round(median), Round(ordered[^1]));
    }

    // Four digits: more would be noise.
    static double Round(double figure) => figure == 0 ? 0 : Math.Round(figure, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(figure))), 0, 9));
}
