using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>For some events: what must have become of the jobs before this one for it to run.</summary>
/// <param name="Triggers">The events.</param>
/// <param name="Rule">What must hold when all it needs has ended.</param>
public sealed record CiActivation(IReadOnlyList<Trigger> Triggers, CiRule Rule);
