namespace Harvis.Engine.Parameters;

/// <summary>A value as it was found, and where.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Origin">In words: <c>the command line</c>, <c>the variable HARVIS_X</c>, <c>.nuke/parameters.json</c>.</param>
sealed record FoundValue(IReadOnlyList<string> Texts, string Origin);
