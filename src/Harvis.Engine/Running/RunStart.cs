using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>What is known when a run starts.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Plan">What it will do.</param>
/// <param name="Parallelism">How many nodes may run side by side.</param>
public sealed record RunStart(string RunId, Plan Plan, int Parallelism);
