namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>An expression, as read. Closed.</summary>
abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>A literal: null, a truth value, a number, a text.</summary>
    public sealed record Literal(object? Value) : Expression;

    /// <summary>A context: <c>github</c>, <c>needs</c>.</summary>
    public sealed record Context(string Name) : Expression;

    /// <summary>A property of something.</summary>
    public sealed record Property(Expression Of, Expression Key) : Expression;

    /// <summary>What a function answers.</summary>
    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary>The opposite.</summary>
    public sealed record Not(Expression Operand) : Expression;

    /// <summary>Two operands and a sign between.</summary>
    public sealed record Binary(string Sign, Expression Left, Expression Right) : Expression;

    /// <summary>Whether it asks how jobs ended; otherwise GitHub asks for success in front of it.</summary>
    public bool AsksStatus => this switch
    {
        Call call => call.Function.ToUpperInvariant() is "SUCCESS" or "FAILURE" or "ALWAYS" or "CANCELLED" || call.Arguments.Any(argument => argument.AsksStatus),
        Not not => not.Operand.AsksStatus,
        Binary binary => binary.Left.AsksStatus || binary.Right.AsksStatus,
        Property property => property.Of.AsksStatus || property.Key.AsksStatus,
        _ => false,
    };
}
