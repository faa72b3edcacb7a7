namespace Harvis.Model.Files;

/// <summary>A file that follows from the model: it is written, or compared with what is there.</summary>
/// <param name="Path">Its path relative to the repository's root, with forward slashes.</param>
/// <param name="Text">All of it, with LF at the end of each line.</param>
public sealed record GeneratedFile(string Path, string Text);
