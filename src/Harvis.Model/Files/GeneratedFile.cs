namespace Harvis.Model.Files;

/// <summary>A file that follows from the model and the graph: equal input gives equal text.</summary>
/// <param name="Path">Its path relative to the repository's root, with forward slashes.</param>
/// <param name="Text">Its text, with LF as line ends.</param>
public sealed record GeneratedFile(string Path, string Text);
