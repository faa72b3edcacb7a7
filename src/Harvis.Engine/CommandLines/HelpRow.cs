namespace Harvis.Engine.CommandLines;

/// <summary>A row of a table of <c>--help</c>.</summary>
sealed record HelpRow(string Left, string Right);
