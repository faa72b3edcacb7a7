namespace Harvis.Model.Targets;

/// <summary>When a node runs.</summary>
/// <param name="Why">The condition in words, shown where it skips the node.</param>
/// <param name="Holds">Its value where it is known when the plan is made; null where it is asked at the node's turn.</param>
public sealed record Condition(string Why, bool? Holds);
