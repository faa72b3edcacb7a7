namespace Harvis.Engine.Planning;

/// <summary>What somebody asked for.</summary>
public sealed record PlanRequest
{
    /// <summary>The targets, in the order asked; each a target's name or <c>target:item</c>. Case doesn't count.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The targets to skip; null to skip none, empty to skip all that wasn't asked for itself.</summary>
    public IReadOnlyList<string>? Skip { get; init; }

    /// <summary>Whether only the targets asked for run, without what they depend on or trigger.</summary>
    public bool Only { get; init; }
}
