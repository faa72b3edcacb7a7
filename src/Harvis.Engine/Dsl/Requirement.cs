using Harvis.Engine.Tools;

namespace Harvis.Engine.Dsl;

/// <summary>What must hold before a run that has the target starts. Closed.</summary>
abstract record Requirement
{
    Requirement()
    {
    }

    /// <summary>A parameter or secret must have a value.</summary>
    public sealed record OfParameter(string Name, bool IsSet) : Requirement;

    /// <summary>A tool must be usable.</summary>
    public sealed record OfTool(Tool Tool) : Requirement;

    /// <summary>A condition must hold.</summary>
    public sealed record OfCondition(string Why, bool Holds) : Requirement;
}
