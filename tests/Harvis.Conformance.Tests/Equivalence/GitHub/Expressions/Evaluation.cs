using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>What an expression is worth.</summary>
/// <param name="contexts">The contexts by name.</param>
/// <param name="status">What the status functions answer, by their names in lower case.</param>
sealed partial class Evaluation(JsonObject contexts, Func<string, bool> status)
{
    public object? Of(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Context context => Values.Of(Member(contexts, context.Name)),
        Expression.Property property => PropertyOf(Of(property.Of), Of(property.Key)),
        Expression.Not not => !Values.IsTrue(Of(not.Operand)),
        Expression.Binary binary => OfBinary(binary),
        Expression.Call call => OfCall(call.Function.ToLowerInvariant(), [.. call.Arguments.Select(Of)]),
        _ => throw new InvalidOperationException($"There is no way to evaluate a {expression.GetType().Name}."),
    };

    object? OfBinary(Expression.Binary binary)
    {
        var left = Of(binary.Left);
        return binary.Sign switch
        {
            "&&" => Values.IsTrue(left) ? Of(binary.Right) : left,
            "||" => Values.IsTrue(left) ? left : Of(binary.Right),
            "==" => Values.AreEqual(left, Of(binary.Right)),
            "!=" => !Values.AreEqual(left, Of(binary.Right)),
            "<" => Values.Compare(left, Of(binary.Right)) < 0,
            "<=" => Values.Compare(left, Of(binary.Right)) <= 0,
            ">" => Values.Compare(left, Of(binary.Right)) > 0,
            _ => Values.Compare(left, Of(binary.Right)) >= 0,
        };
    }

    object? OfCall(string function, IReadOnlyList<object?> arguments) => function switch
    {
        "success" or "failure" or "always" or "cancelled" => status(function),
        "contains" when arguments[0] is JsonArray list => list.Any(item => Values.AreEqual(Values.Of(item), arguments[1])),
        "contains" => Values.Text(arguments[0]).Contains(Values.Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
        "startswith" => Values.Text(arguments[0]).StartsWith(Values.Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
        "endswith" => Values.Text(arguments[0]).EndsWith(Values.Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
        "format" => Format(Values.Text(arguments[0]), arguments),
        "join" => Joined(arguments[0], arguments.Count > 1 ? Values.Text(arguments[1]) : ","),
        "tojson" => Values.Json(arguments[0]),
        "fromjson" => Values.Of(JsonNode.Parse(Values.Text(arguments[0]))),
        _ => throw new NotSupportedException($"There is no function {function}()."),
    };

    static string Joined(object? list, string separator) =>
        list is JsonArray items ? string.Join(separator, items.Select(item => Values.Text(Values.Of(item)))) : Values.Text(list);

    static string Format(string text, IReadOnlyList<object?> arguments) => Place().Replace(text, match => match.Value switch
    {
        "{{" => "{",
        "}}" => "}",
        _ => Values.Text(arguments[1 + int.Parse(match.ValueSpan[1..^1], System.Globalization.CultureInfo.InvariantCulture)]),
    });

    static object? PropertyOf(object? of, object? key) => of switch
    {
        JsonObject map => Values.Of(Member(map, Values.Text(key))),
        JsonArray list when key is double index && index >= 0 && index < list.Count => Values.Of(list[(int)index]),
        _ => null,
    };

    // Names don't have a case.
    static JsonNode? Member(JsonObject map, string name) =>
        map.FirstOrDefault(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    [GeneratedRegex(@"\{\{|\}\}|\{\d+\}")]
    private static partial Regex Place();
}
