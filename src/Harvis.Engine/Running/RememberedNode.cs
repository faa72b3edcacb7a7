namespace Harvis.Engine.Running;

/// <summary>How a node that needn't run ends.</summary>
/// <param name="Outcome">Resumed or unchanged.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Round">In which of the runs that continue each other it was done.</param>
readonly record struct RememberedNode(NodeOutcome Outcome, string Reason, int Round);
