using System.Text;
using System.Text.Json;
using Harvis.Engine.Parameters;
using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>
/// <c>.nuke/build.schema.json</c>: a JSON schema (draft 7, https://json-schema.org/draft-07) of the parameters files, for editors and for
/// tools that read targets and parameters. Secrets are left out: they don't belong in a file.
/// </summary>
static class BuildSchema
{
    public const string Path = ".nuke/build.schema.json";

    public static string Of(TargetGraph graph, IReadOnlyList<ParameterDeclaration> parameters)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "Parameters of this build");
            WriteTargets(json, graph);
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            json.WriteStartObject("$schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
            foreach (var parameter in parameters.Where(parameter => !parameter.IsSecret)) Write(json, parameter);
            json.WriteEndObject();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static void WriteTargets(Utf8JsonWriter json, TargetGraph graph)
    {
        json.WriteStartObject("definitions");
        json.WriteStartObject("Target");
        json.WriteString("type", "string");
        WriteEnum(json, graph.Targets.Where(target => target.Listed).Select(target => target.Name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ParameterDeclaration parameter)
    {
        json.WriteStartObject(parameter.Name);
        if (parameter.Description.Length > 0) json.WriteString("description", parameter.Description);
        if (parameter.IsList)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteType(json, parameter);
            json.WriteEndObject();
        }
        else WriteType(json, parameter);

        json.WriteEndObject();
    }

    static void WriteType(Utf8JsonWriter json, ParameterDeclaration parameter)
    {
        var type = parameter.ValueType;
        json.WriteString("type", type switch
        {
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) || type == typeof(long) => "integer",
            _ when type == typeof(double) || type == typeof(decimal) => "number",
            _ => "string",
        });
        var allowed = ParameterConversion.Allowed(parameter);
        if (allowed.Count > 0 && type != typeof(bool)) WriteEnum(json, allowed);
    }

    static void WriteEnum(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
