namespace Harvis.Engine.Tools;

/// <summary>A needed tool and what was seen of it.</summary>
/// <param name="Tool">The tool, with the highest of the minimum versions that were asked for.</param>
/// <param name="State">What was seen.</param>
/// <param name="NeededBy">The targets and environments that need it, in declaration order.</param>
/// <param name="IsRequired">Whether at least one of them can't work without it.</param>
public sealed record ToolStatus(Tool Tool, ToolState State, IReadOnlyList<string> NeededBy, bool IsRequired);
