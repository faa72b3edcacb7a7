using System.Globalization;
using System.Text.Json;
using Harvis.Model.Environments;

namespace Harvis.Deployment.Smoke;

/// <summary>Asks a workload for the value that another one must show.</summary>
sealed class ServedValueReader(HttpClient http)
{
    /// <summary>The value as text.</summary>
    /// <exception cref="InvalidDataException">It can't be had, or is empty: every page shows an empty one.</exception>
    public async Task<string> ReadAsync(ServedValue value, CancellationToken cancellationToken)
    {
        using var document = Parse(value, await DocumentAsync(value, cancellationToken));
        var found = value.Path.Aggregate((JsonElement?)document.RootElement, Step);
        var text = found is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } scalar ? scalar.ToString() : "";
        return text.Length > 0 ? text : throw new InvalidDataException($"{value} has no value");
    }

    async Task<string> DocumentAsync(ServedValue value, CancellationToken cancellationToken)
    {
        try
        {
            return await http.GetStringAsync(value.Url, cancellationToken);
        }
        catch (HttpRequestException failed)
        {
            throw new InvalidDataException($"{value.Url} can't be read: {failed.Message}", failed);
        }
    }

    static JsonDocument Parse(ServedValue value, string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{value.Url} doesn't answer with JSON", wrong);
        }
    }

    static JsonElement? Step(JsonElement? from, string part) => from switch
    {
        { ValueKind: JsonValueKind.Object } element when element.TryGetProperty(part, out var member) => member,
        { ValueKind: JsonValueKind.Array } element when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength() => element[index],
        _ => null,
    };
}
