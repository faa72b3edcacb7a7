namespace Harvis.Engine.Dsl;

/// <summary>How a definition names another target. Closed.</summary>
abstract record TargetReference
{
    TargetReference()
    {
    }

    public static implicit operator TargetReference(string name) => new ByName(name);

    /// <summary>A name as written.</summary>
    public sealed record ByName(string Name) : TargetReference;

    /// <summary>A target's own function, equal to what its property returns, and perhaps one of its items.</summary>
    public sealed record ByFunction(Target? Function, string? Item = null) : TargetReference;
}
