namespace Harvis.Engine.Dsl;

/// <summary>What of a node isn't data: what it does, what it asks at its turn, and what it requires.</summary>
sealed record NodeWork(
    IReadOnlyList<TargetBody> Bodies,
    TargetBody? DryBody,
    IReadOnlyList<Guard> Asked,
    IReadOnlyList<Requirement> Requirements,
    Backoff Backoff)
{
    public static NodeWork None { get; } = new([], null, [], [], Backoff.Default);

    public static NodeWork Of(TargetDefinition definition) => new(
        definition.Bodies,
        definition.DryBody,
        definition.Guards.Count == 0 ? [] : [.. definition.Guards.Where(guard => guard.Ask is not null)],
        definition.Requirements,
        definition.RetryBackoff);
}
