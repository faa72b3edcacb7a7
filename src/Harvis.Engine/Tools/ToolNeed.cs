namespace Harvis.Engine.Tools;

/// <summary>That something needs a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="By">The target or environment that needs it.</param>
public sealed record ToolNeed(Tool Tool, string By)
{
    /// <summary>Whether it also works without, only not as well. The default is false.</summary>
    public bool IsOptional { get; init; }
}
