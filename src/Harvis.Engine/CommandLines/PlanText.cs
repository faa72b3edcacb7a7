using System.Globalization;
using System.Text;
using System.Text.Json;
using Harvis.Engine.Planning;

namespace Harvis.Engine.CommandLines;

/// <summary>A plan as text for people and as JSON for programs.</summary>
static class PlanText
{
    public static string ForPeople(Plan plan)
    {
        var text = new StringBuilder();
        var number = 0;
        var width = plan.Nodes.Select(node => node.Node.Name.Length).DefaultIfEmpty().Max();
        foreach (var node in plan.Nodes.Where(node => node.Node.Joins.Count == 0 || node.SkipReason is not null))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{++number,4}  {node.Node.Name.PadRight(width)}  {What(plan, node)}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    public static string Json(Plan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in plan.Nodes) Write(json, plan, node);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static string What(Plan plan, PlannedNode node)
    {
        if (node.SkipReason is { } reason) return $"skipped: {reason}";
        var asked = node.Node.Conditions.Where(condition => condition.Holds is null).Select(condition => $"if {condition.Why}");
        string[] parts =
        [
            .. node.Needs.Count > 0 ? [$"needs {Names(plan, node.Needs)}"] : Array.Empty<string>(),
            .. node.Follows.Count > 0 ? [$"after {Names(plan, node.Follows)}"] : Array.Empty<string>(),
            .. node.Node.Uses.Select(use => use.Count == 1 ? $"uses {use.Resource.Name}" : string.Create(CultureInfo.InvariantCulture, $"uses {use.Count} {use.Resource.Name}")),
            .. asked,
        ];
        return string.Join("; ", parts);
    }

    static string Names(Plan plan, IReadOnlyList<int> indexes)
    {
        const int shown = 8;
        var names = indexes.Take(shown).Select(index => plan.Nodes[index].Node.Name);
        var more = indexes.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {indexes.Count - shown} more") : "";
        return string.Join(", ", names) + more;
    }

    static void Write(Utf8JsonWriter json, Plan plan, PlannedNode node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Node.Name);
        json.WriteString("target", node.Node.Target);
        if (node.Node.Item is { } item) json.WriteString("item", item);
        if (node.SkipReason is { } reason) json.WriteString("skipped", reason);
        WriteNames(json, "needs", plan, node.Needs);
        WriteNames(json, "after", plan, node.Follows);
        if (node.Node.Stage is { } stage) json.WriteString("stage", stage.Name);
        if (node.Node.RunsOn is { } runner) json.WriteString("runsOn", runner.Name);
        json.WriteEndObject();
    }

    static void WriteNames(Utf8JsonWriter json, string property, Plan plan, IReadOnlyList<int> indexes)
    {
        json.WriteStartArray(property);
        foreach (var index in indexes) json.WriteStringValue(plan.Nodes[index].Node.Name);
        json.WriteEndArray();
    }
}
