using System.Text.Encodings.Web;
using System.Text.Json;
using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>The end of a run as JSON. Times are in seconds, counted from the start of the run.</summary>
static class JsonReport
{
    static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The writer keeps in memory what isn't flushed.
    const int MaxPendingBytes = 64 * 1024;

    public static void Write(Stream stream, RunSummary summary)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("run", summary.RunId);
        json.WriteString("outcome", Name(summary.Outcome.ToString()));
        json.WriteNumber("seconds", Seconds(summary.Elapsed));
        json.WriteStartArray("targets");
        foreach (var result in summary.Results)
        {
            WriteResult(json, summary, result);
            if (json.BytesPending > MaxPendingBytes) json.Flush();
        }

        json.WriteEndArray();
        WriteStrings(json, "criticalPath", summary.CriticalPath.Select(result => result.Node.Node.Name));
        WriteStrings(json, "notes", summary.Notes);
        json.WriteEndObject();
    }

    static void WriteResult(Utf8JsonWriter json, RunSummary summary, NodeResult result)
    {
        json.WriteStartObject();
        json.WriteString("name", result.Node.Node.Name);
        json.WriteString("target", result.Node.Node.Target);
        if (result.Node.Node.Item is { } item) json.WriteString("item", item);
        json.WriteString("outcome", Name(result.Outcome.ToString()));
        if (result.Reason.Length > 0) json.WriteString("reason", result.Reason);
        json.WriteNumber("started", Seconds(result.Started));
        json.WriteNumber("seconds", Seconds(result.Duration));
        json.WriteNumber("attempts", result.Attempts);
        json.WriteNumber("warnings", result.Warnings);
        WriteStrings(json, "needs", result.Node.Needs.Where(need => need < summary.Results.Count).Select(need => summary.Results[need].Node.Node.Name));
        json.WriteEndObject();
    }

    static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static decimal Seconds(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, 3);
}
