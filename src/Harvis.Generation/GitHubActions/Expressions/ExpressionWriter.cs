namespace Harvis.Generation.GitHubActions.Expressions;

/// <summary>Writes expressions.</summary>
static class ExpressionWriter
{
    /// <summary>The expression; parentheses stand wherever operators meet.</summary>
    public static string Write(Expression expression) => expression switch
    {
        Expression.Text text => Literal(text.Content),
        Expression.Truth truth => truth.IsTrue ? "true" : "false",
        Expression.Value value => value.Path[0] + string.Concat(value.Path.Skip(1).Select(Below)),
        Expression.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Write))})",
        Expression.Not not => $"!{Operand(not.Operand)}",
        Expression.Same same => $"{Operand(same.Left)} == {Operand(same.Right)}",
        Expression.And and => string.Join(" && ", and.Operands.Select(part => part is Expression.Same ? Write(part) : Operand(part))),
        Expression.Or or => string.Join(" || ", or.Operands.Select(part => part is Expression.Same ? Write(part) : Operand(part))),
        _ => throw new InvalidOperationException($"There is no way to write a {expression.GetType().Name}."),
    };

    /// <summary>A text between quotes, the quotes in it doubled.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string Operand(Expression operand) =>
        operand is Expression.Same or Expression.And or Expression.Or ? $"({Write(operand)})" : Write(operand);

    static string Below(string name) =>
        name == "*" || IsPlain(name) ? $".{name}" : $"[{Literal(name)}]";

    static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
