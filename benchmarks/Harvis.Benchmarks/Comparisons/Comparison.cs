namespace Harvis.Benchmarks.Comparisons;

/// <summary>Things measured in turn (A B A B …), so that a machine whose speed drifts is equally unfair to all. Ratios are to the first.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Contenders">The things.</param>
sealed record Comparison(string Name, IReadOnlyList<Contender> Contenders)
{
    /// <summary>What is aimed at.</summary>
    public IReadOnlyList<Aim> Aims { get; init; } = [];

    /// <summary>The most runs; long ones needn't be repeated as often as short ones.</summary>
    public int MaxRuns { get; init; } = int.MaxValue;
}
