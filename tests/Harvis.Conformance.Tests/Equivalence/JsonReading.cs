using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>Reads what documents write in more than one way: a text or a list of texts.</summary>
static class JsonReading
{
    public static string? Text(this JsonNode? node) => node is JsonValue value ? (value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()) : null;

    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static IReadOnlyList<string> Texts(this JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item.Text() ?? "")],
        _ => [node.Text() ?? ""],
    };

    public static IEnumerable<JsonNode?> Items(this JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => (IEnumerable<JsonNode?>)list,
        _ => new JsonNode?[] { node },
    };
}
