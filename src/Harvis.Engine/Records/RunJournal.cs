using System.Buffers;
using System.Text.Json;
using Harvis.Engine.Running;
using Microsoft.Win32.SafeHandles;

namespace Harvis.Engine.Records;

/// <summary>
/// The append-only record of a run: a line of JSON for its start, each node's start and end, and its own end. Each line is one
/// write, so a killed process leaves whole lines and at most one torn one, which is ignored; it is flushed to disk at the end.
/// </summary>
sealed class RunJournal : IDisposable
{
    public const string FileName = "journal.jsonl";

    readonly SafeFileHandle _file;
    readonly ArrayBufferWriter<byte> _buffer = new(512);
    readonly Utf8JsonWriter _json;
    readonly Lock _lock = new();
    long _end;

    public RunJournal(string folder)
    {
        Directory.CreateDirectory(folder);
        _file = File.OpenHandle(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        _json = new Utf8JsonWriter(_buffer);
    }

    public void Started(string runId, IReadOnlyList<string> targets, DateTimeOffset at, int round = 0, bool dryRun = false, int carried = 0) => Append(json =>
    {
        json.WriteString("run", runId);
        json.WriteString("at", at);
        if (round > 0) json.WriteNumber("round", round);
        if (dryRun) json.WriteBoolean("dryRun", true);
        if (carried > 0) json.WriteNumber("carried", carried);
        json.WriteStartArray("targets");
        foreach (var target in targets) json.WriteStringValue(target);
        json.WriteEndArray();
    });

    public void NodeStarted(string node, int attempt) => Append(json =>
    {
        json.WriteString("start", node);
        if (attempt > 1) json.WriteNumber("attempt", attempt);
    });

    public void NodeEnded(JournalEntry entry, NodeResult result) => Append(json =>
    {
        json.WriteString("end", entry.Node);
        json.WriteString("outcome", Name(entry.Outcome));
        if (entry.Key.Length > 0) json.WriteString("key", entry.Key);
        if (entry.Round > 0) json.WriteNumber("round", entry.Round);
        if (result.Reason.Length > 0) json.WriteString("reason", result.Reason);
        json.WriteNumber("started", result.Started.Ticks);
        json.WriteNumber("duration", result.Duration.Ticks);
        if (entry.Results.Count == 0) return;
        json.WriteStartObject("results");
        foreach (var (name, value) in entry.Results)
        {
            // Read and written anew: a serializer that indents would break the line.
            using var parsed = JsonDocument.Parse(value);
            json.WritePropertyName(name);
            parsed.RootElement.WriteTo(json);
        }

        json.WriteEndObject();
    });

    public void Ended(RunOutcome outcome) => Append(json => json.WriteString("ended", outcome switch
    {
        RunOutcome.Succeeded => "succeeded",
        RunOutcome.Failed => "failed",
        _ => "cancelled",
    }));

    public static string Name(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.Succeeded => "succeeded",
        NodeOutcome.Unchanged => "unchanged",
        NodeOutcome.Resumed => "resumed",
        NodeOutcome.Skipped => "skipped",
        NodeOutcome.WouldRun => "would run",
        NodeOutcome.Failed => "failed",
        NodeOutcome.Blocked => "blocked",
        _ => "cancelled",
    };

    public void Dispose()
    {
        lock (_lock)
        {
            if (_file.IsClosed) return;
            RandomAccess.FlushToDisk(_file);
            _json.Dispose();
            _file.Dispose();
        }
    }

    void Append(Action<Utf8JsonWriter> write)
    {
        lock (_lock)
        {
            _buffer.ResetWrittenCount();
            _json.Reset(_buffer);
            _json.WriteStartObject();
            write(_json);
            _json.WriteEndObject();
            _json.Flush();
            _buffer.Write("\n"u8);
            RandomAccess.Write(_file, _buffer.WrittenSpan, _end);
            _end += _buffer.WrittenCount;
        }
    }
}
