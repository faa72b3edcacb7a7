namespace Harvis.Model.Ci;

/// <summary>One run of a job that runs once for each of several items.</summary>
/// <param name="Item">The item.</param>
/// <param name="Node">The node it runs.</param>
public sealed record CiLeg(string Item, string Node);
