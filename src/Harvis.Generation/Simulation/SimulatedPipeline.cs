using Harvis.Model.Ci;

namespace Harvis.Generation.Simulation;

/// <summary>What one CI system does for an event.</summary>
/// <param name="System">The system and its document, such as <c>GitHub ci.yml</c>.</param>
/// <param name="Jobs">The jobs that run; empty where the event starts nothing there.</param>
public sealed record SimulatedPipeline(string System, IReadOnlyList<CiSimulatedJob> Jobs);
