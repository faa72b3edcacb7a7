namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>A word of a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A variable's name, what a text holds, a pattern with its slashes, or the sign.</param>
sealed record Token(TokenKind Kind, string Value);
