namespace Harvis.Generation.GitHubActions.Expressions;

/// <summary>
/// An expression of GitHub's, as a tree: what a text in it holds can't end it or become part of it. Closed.
/// See https://docs.github.com/actions/reference/workflows-and-actions/expressions.
/// </summary>
public abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Content) : Expression;

    /// <summary>A truth value.</summary>
    /// <param name="IsTrue">Which.</param>
    public sealed record Truth(bool IsTrue) : Expression;

    /// <summary>A value of a context: <c>github.ref_name</c>, <c>needs.build.outputs['a b']</c>.</summary>
    /// <param name="Path">The context's name and the names below it, at least one.</param>
    public sealed record Value(IReadOnlyList<string> Path) : Expression;

    /// <summary>What a function answers.</summary>
    /// <param name="Function">Its name, as GitHub spells it.</param>
    /// <param name="Arguments">What it is given.</param>
    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary>The opposite.</summary>
    /// <param name="Operand">Of what.</param>
    public sealed record Not(Expression Operand) : Expression;

    /// <summary>Whether two values are the same; GitHub ignores the case of texts.</summary>
    /// <param name="Left">One.</param>
    /// <param name="Right">The other.</param>
    public sealed record Same(Expression Left, Expression Right) : Expression;

    /// <summary>The first that is false, or the last; at least one.</summary>
    /// <param name="Operands">In order.</param>
    public sealed record And(IReadOnlyList<Expression> Operands) : Expression;

    /// <summary>The first that is true, or the last; at least one.</summary>
    /// <param name="Operands">In order.</param>
    public sealed record Or(IReadOnlyList<Expression> Operands) : Expression;

    /// <summary>A value of a context, by its names with dots between: only for names without dots of their own.</summary>
    public static Expression Of(string path) => new Value(path.Split('.'));

    /// <summary>What a function answers.</summary>
    public static Expression Calling(string function, params IReadOnlyList<Expression> arguments) => new Call(function, arguments);

    /// <summary>Whether the value is this text, but for case.</summary>
    public Expression Is(string text) => new Same(this, new Text(text));

    /// <summary>Whether all hold; true for none. What surely holds is left out.</summary>
    public static Expression All(params IEnumerable<Expression> operands) => Joined(operands, true, rest => new And(rest));

    /// <summary>Whether one holds; false for none. What surely doesn't hold is left out.</summary>
    public static Expression Any(params IEnumerable<Expression> operands) => Joined(operands, false, rest => new Or(rest));

    /// <summary>The expression as it is written, without <c>${{ }}</c>.</summary>
    public sealed override string ToString() => ExpressionWriter.Write(this);

    static Expression Joined(IEnumerable<Expression> operands, bool neutral, Func<IReadOnlyList<Expression>, Expression> join)
    {
        var flat = operands.SelectMany(operand => operand switch { And both when neutral => both.Operands, Or either when !neutral => either.Operands, _ => [operand] });
        var rest = flat.Where(operand => operand is not Truth truth || truth.IsTrue != neutral).DistinctBy(operand => operand.ToString()).ToList();
        if (rest.Exists(operand => operand is Truth)) return new Truth(!neutral);
        return rest.Count switch { 0 => new Truth(neutral), 1 => rest[0], _ => join(rest) };
    }
}
