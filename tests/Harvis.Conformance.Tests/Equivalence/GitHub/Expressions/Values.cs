using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>
/// How GitHub turns values into each other: null, truth values, numbers, texts, and trees. Texts compare without case; what is of different
/// kinds compares as numbers. See https://docs.github.com/actions/reference/workflows-and-actions/expressions#operators.
/// </summary>
static class Values
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object? Of(JsonNode? node) => node is JsonValue value ? OfScalar(value) : node;

    // The casts keep what is read from becoming a JsonNode again.
    static object OfScalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => (object)true,
        JsonValueKind.False => (object)false,
        JsonValueKind.Number => (object)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        _ => (object)value.GetValue<string>(),
    };

    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        _ => true,
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("G15", CultureInfo.InvariantCulture),
        string text => text,
        JsonArray => "Array",
        _ => "Object",
    };

    public static string Json(object? value) => value switch
    {
        null => "null",
        bool or double => Text(value),
        string text => JsonSerializer.Serialize(text, Indented),
        _ => ((JsonNode)value).ToJsonString(Indented),
    };

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (bool a, bool b) => a == b,
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        (JsonNode a, JsonNode b) => ReferenceEquals(a, b),
        _ => Number(left) == Number(right),
    };

    /// <summary>Less than, equal to or greater than zero; null where they can't be compared.</summary>
    public static int? Compare(object? left, object? right)
    {
        if (left is string a && right is string b) return string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
        var (x, y) = (Number(left), Number(right));
        return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
    }

    static double Number(object? value) => value switch
    {
        null => 0,
        bool truth => truth ? 1 : 0,
        double number => number,
        string text when text.Trim().Length == 0 => 0,
        string text when text.Trim().StartsWith("0x", StringComparison.Ordinal) => int.TryParse(text.Trim().AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex : double.NaN,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => double.NaN,
    };
}
