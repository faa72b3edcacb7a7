namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>What a word of a condition is.</summary>
enum TokenKind
{
    Variable,
    Text,
    Pattern,
    Null,
    Sign,
    End,
}
