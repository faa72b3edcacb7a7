namespace Harvis.Benchmarks.Results;

/// <summary>What was measured of a comparison.</summary>
sealed record ComparisonResult(string Name, IReadOnlyList<ContenderResult> Contenders, IReadOnlyList<AimResult> Aims);
