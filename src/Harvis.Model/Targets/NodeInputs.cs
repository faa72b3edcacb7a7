namespace Harvis.Model.Targets;

/// <summary>What a node's result follows from.</summary>
/// <param name="Files">Globs relative to the repository's root; <c>!</c> in front excludes.</param>
/// <param name="Values">Parameters and other values, as text, in a fixed order.</param>
/// <param name="Tools">Names of the tools whose versions count.</param>
public sealed record NodeInputs(IReadOnlyList<string> Files, IReadOnlyList<string> Values, IReadOnlyList<string> Tools);
