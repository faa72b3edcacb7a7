namespace Harvis.Model.Files;

/// <summary>A file whose text follows from the build's code alone.</summary>
/// <param name="Path">Where it belongs, relative to the repository's root, with forward slashes.</param>
/// <param name="Text">All of it, with LF line ends; it is stored as UTF-8 without a byte order mark.</param>
public sealed record GeneratedFile(string Path, string Text);
