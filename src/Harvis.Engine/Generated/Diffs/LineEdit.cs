namespace Harvis.Engine.Generated.Diffs;

/// <summary>One line of a comparison.</summary>
/// <param name="Mark">' ' for a line of both, '-' for one of the old text only, '+' for one of the new only.</param>
/// <param name="Line">The line, without its end.</param>
readonly record struct LineEdit(char Mark, string Line);
