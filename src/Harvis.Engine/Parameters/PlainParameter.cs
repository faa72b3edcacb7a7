namespace Harvis.Engine.Parameters;

/// <summary>A parameter and its text, as they stand in a file.</summary>
sealed record PlainParameter(string Name, string Text);
