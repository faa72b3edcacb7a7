namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>A rule's <c>if</c>, as read. Closed.</summary>
abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>A variable's value, which may be missing.</summary>
    public sealed record Variable(string Name) : Condition;

    /// <summary>A text; null for <c>null</c>.</summary>
    public sealed record Text(string? Value) : Condition;

    /// <summary>A pattern, with its slashes.</summary>
    public sealed record Pattern(string Value) : Condition;

    /// <summary>Two operands and a sign between.</summary>
    public sealed record Binary(string Sign, Condition Left, Condition Right) : Condition;
}
