using System.Globalization;

namespace Harvis.Generation.GitHubActions.Expressions;

/// <summary>
/// What an expression is worth, as GitHub's runner says: null is nothing, texts are compared without case, <c>&amp;&amp;</c> and <c>||</c>
/// answer one of their operands. Knows texts, truth values and numbers.
/// </summary>
/// <param name="value">The value of a context by its path: null, a text, a truth value or a number.</param>
/// <param name="status">What <c>success</c>, <c>failure</c>, <c>always</c> and <c>cancelled</c> answer.</param>
public sealed class ExpressionEvaluator(Func<IReadOnlyList<string>, object?> value, Func<string, bool> status)
{
    /// <summary>Whether it holds: it is worth neither nothing, nor false, nor zero, nor an empty text.</summary>
    public bool Holds(Expression expression) => IsTrue(Evaluate(expression));

    /// <summary>What it is worth.</summary>
    /// <exception cref="NotSupportedException">It calls a function that isn't a status, <c>startsWith</c>, <c>endsWith</c> or <c>contains</c>.</exception>
    public object? Evaluate(Expression expression) => expression switch
    {
        Expression.Text text => text.Content,
        Expression.Truth truth => truth.IsTrue,
        Expression.Value path => value(path.Path),
        Expression.Not not => !Holds(not.Operand),
        Expression.Same same => AreSame(Evaluate(same.Left), Evaluate(same.Right)),
        Expression.And and => First(and.Operands, wanted: false),
        Expression.Or or => First(or.Operands, wanted: true),
        Expression.Call call => Answer(call),
        _ => throw new NotSupportedException($"There is no way to evaluate a {expression.GetType().Name}."),
    };

    object? First(IReadOnlyList<Expression> operands, bool wanted)
    {
        object? last = null;
        foreach (var operand in operands)
        {
            last = Evaluate(operand);
            if (IsTrue(last) == wanted) break;
        }

        return last;
    }

    object? Answer(Expression.Call call) => call.Function switch
    {
        "startsWith" => TextOf(call, 0).StartsWith(TextOf(call, 1), StringComparison.OrdinalIgnoreCase),
        "endsWith" => TextOf(call, 0).EndsWith(TextOf(call, 1), StringComparison.OrdinalIgnoreCase),
        "contains" => TextOf(call, 0).Contains(TextOf(call, 1), StringComparison.OrdinalIgnoreCase),
        "success" or "failure" or "always" or "cancelled" => status(call.Function),
        _ => throw new NotSupportedException($"There is no way to evaluate {call.Function}()."),
    };

    string TextOf(Expression.Call call, int index) => Evaluate(call.Arguments[index]) switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string text => text.Length > 0,
        var number => Number(number) != 0,
    };

    static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        _ => Number(left) == Number(right),
    };

    static double Number(object? value) => value switch
    {
        null or "" => 0,
        bool truth => truth ? 1 : 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
