using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Planning;

/// <summary>What a run will do, in an order that respects every dependency; nodes that don't wait for each other run side by side.</summary>
/// <param name="Nodes">Every node of the run, each after all it waits for.</param>
/// <param name="Diagnostics">What is wrong; with an error, <paramref name="Nodes"/> is empty.</param>
public sealed record Plan(IReadOnlyList<PlannedNode> Nodes, IReadOnlyList<Diagnostic> Diagnostics);
