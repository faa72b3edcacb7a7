using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Harvis.Engine.Records;
using Harvis.Engine.Running;

namespace Harvis.Engine.Handovers;

/// <summary>A record as one line of JSON: <c>{"node":"Push","outcome":"succeeded","results":{…}}</c>.</summary>
static class HandoverText
{
    public static string Write(HandoverRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("node", record.Node);
            json.WriteString("outcome", RunJournal.Name(record.Outcome));
            json.WriteStartObject("results");
            foreach (var (name, value) in record.Results)
            {
                using var parsed = JsonDocument.Parse(value);
                json.WritePropertyName(name);
                parsed.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a record; what is none, for example an output that was never set, is left out.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out HandoverRecord? record)
    {
        record = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        try
        {
            using var parsed = JsonDocument.Parse(text);
            var root = parsed.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("node", out var node) || !root.TryGetProperty("outcome", out var outcome)) return false;
            if (OutcomeOf(outcome.GetString()) is not { } ended || node.GetString() is not { Length: > 0 } name) return false;
            var results = root.TryGetProperty("results", out var all) ? all.EnumerateObject().Select(result => (result.Name, Encoding.UTF8.GetBytes(result.Value.GetRawText()))).ToList() : [];
            record = new HandoverRecord(name, ended, results);
            return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    static NodeOutcome? OutcomeOf(string? name)
    {
        foreach (var outcome in Enum.GetValues<NodeOutcome>())
        {
            if (RunJournal.Name(outcome) == name) return outcome;
        }

        return null;
    }
}
