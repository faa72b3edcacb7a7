using System.Text.Json;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Parameters;

/// <summary>A file of parameters: a JSON object of names and values; names that start with '$' are for editors.</summary>
sealed record ParametersFile(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>Reads a file.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="name">The file, relative to the root.</param>
    /// <param name="diagnostics">Gets what is wrong with it.</param>
    /// <returns>The file; null where it doesn't exist or can't be read.</returns>
    public static ParametersFile? Read(string root, string name, List<Diagnostic> diagnostics)
    {
        var path = Path.Combine(root, name);
        if (!File.Exists(path)) return null;
        try
        {
            var content = File.ReadAllBytes(path);
            return new ParametersFile(name, PlainParameters.Read(content) is { } plain ? ValuesOf(plain) : ValuesOf(content));
        }
        catch (Exception broken) when (broken is JsonException or IOException or InvalidOperationException or UnauthorizedAccessException or ArgumentException)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCodes.BrokenParametersFile,
                $"The file can't be read as an object of parameters: {broken.Message}",
                "Correct it, or delete it to use the defaults.") { Location = new SourceLocation(name) });
            return null;
        }
    }

    static Dictionary<string, IReadOnlyList<string>> ValuesOf(List<PlainParameter> plain)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in plain)
        {
            if (!name.StartsWith('$')) values.Add(name, [text]);
        }

        return values;
    }

    static Dictionary<string, IReadOnlyList<string>> ValuesOf(byte[] content)
    {
        using var json = JsonDocument.Parse(content, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in json.RootElement.EnumerateObject())
        {
            if (!value.Name.StartsWith('$') && value.Value.ValueKind != JsonValueKind.Null) values.Add(value.Name, Texts(value.Value));
        }

        return values;
    }

    static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => throw new InvalidOperationException("a value is an object, where a text, number, truth value or list belongs."),
        _ => [value.GetRawText()],
    };
}
