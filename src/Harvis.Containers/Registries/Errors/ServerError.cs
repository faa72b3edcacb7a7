using System.Text.Json;
using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Errors;

/// <summary>What a registry says in the body of an error: the first of <c>{"errors":[{"code":…,"message":…}]}</c>.</summary>
internal sealed record ServerError(string? Code, string? Message)
{
    /// <summary>How much of the body of an error is read.</summary>
    public const int MaxBytes = 16 * 1024;

    public static ServerError None { get; } = new(null, null);

    /// <summary>Reads the body; what isn't in that form says nothing.</summary>
    public static ServerError Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return None;
        try
        {
            using var document = JsonDocument.Parse(body);
            var first = First(document.RootElement);
            return first is { } error ? new ServerError(Text(error, "code"), Text(error, "message")) : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    static JsonElement? First(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("errors", out var errors)
        && errors.ValueKind == JsonValueKind.Array
        && errors.GetArrayLength() > 0
        && errors[0].ValueKind == JsonValueKind.Object
            ? errors[0]
            : null;

    static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ServerWords.Printable(value.GetString()!) : null;
}
