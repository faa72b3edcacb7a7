namespace Harvis.Model.Targets;

/// <summary>Files that a node takes from another.</summary>
/// <param name="From">The node that produces them.</param>
/// <param name="Globs">Which of them; empty for all that it produces.</param>
public sealed record ConsumedFiles(string From, IReadOnlyList<string> Globs);
