namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its text; of a text literal what it means.</param>
sealed record Token(TokenKind Kind, string Value);
