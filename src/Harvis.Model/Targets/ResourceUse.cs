namespace Harvis.Model.Targets;

/// <summary>How much of a resource a node holds while it runs.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Count">How much of it, 1 to its capacity.</param>
public sealed record ResourceUse(Resource Resource, int Count = 1);
