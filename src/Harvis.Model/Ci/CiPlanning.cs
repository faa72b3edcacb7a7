using Harvis.Model.Diagnostics;

namespace Harvis.Model.Ci;

/// <summary>A plan and what is wrong with it.</summary>
/// <param name="Plan">The plan; without jobs where something is wrong.</param>
/// <param name="Diagnostics">What is wrong, in declaration order.</param>
public sealed record CiPlanning(CiPlan Plan, IReadOnlyList<Diagnostic> Diagnostics);
