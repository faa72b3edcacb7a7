using System.Text.Json;
using Harvis.Engine.Http;

namespace Harvis.Deployment.GitLab.Errors;

/// <summary>What GitLab says of a refusal: <c>message</c>, <c>error</c> or <c>error_description</c>, as text or by field.</summary>
static class GitLabAnswer
{
    static readonly string[] Names = ["message", "error_description", "error"];

    public static string? Said(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            foreach (var name in Names)
            {
                if (document.RootElement.TryGetProperty(name, out var value)) return ServerWords.Printable(Flat(value));
            }
        }
        catch (JsonException)
        {
            // A proxy's page says nothing that its status doesn't.
        }

        return null;
    }

    // {"base":["Reference not found"]} is "Reference not found"; other fields are named.
    static string Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Flat)),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(field => field.Name == "base" ? Flat(field.Value) : $"{field.Name}: {Flat(field.Value)}")),
        _ => value.GetRawText(),
    };
}
