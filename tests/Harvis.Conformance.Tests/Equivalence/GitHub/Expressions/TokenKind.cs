namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>What a word of an expression is.</summary>
enum TokenKind
{
    Text,
    Number,
    Name,
    Sign,
    End,
}
