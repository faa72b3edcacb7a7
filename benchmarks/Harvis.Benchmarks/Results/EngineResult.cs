namespace Harvis.Benchmarks.Results;

/// <summary>What one piece of the engine costs for one graph.</summary>
/// <param name="Piece">What was measured.</param>
/// <param name="Shape">How the targets depend on each other.</param>
/// <param name="Targets">How many there are.</param>
/// <param name="MillisecondsMedian">The median time for all of them.</param>
/// <param name="MicrosecondsPerTarget">The same by target: where it stays, the time grows linearly.</param>
/// <param name="BytesPerTarget">Memory that was allocated, by target.</param>
sealed record EngineResult(string Piece, string Shape, int Targets, double MillisecondsMedian, double MicrosecondsPerTarget, double BytesPerTarget);
