using System.Text;
using System.Text.Json;
using Harvis.Engine.Running;

namespace Harvis.Engine.Records;

/// <summary>What the journal of an earlier run says: what was asked for, what was done, and whether it ended well.</summary>
sealed record PreviousRun(string RunId, IReadOnlyList<string> Targets, IReadOnlyDictionary<string, JournalEntry> Done, bool Succeeded)
{
    /// <summary>Reads a journal as far as it is whole; null where not even its start is.</summary>
    public static PreviousRun? Read(string folder)
    {
        var path = Path.Combine(folder, RunJournal.FileName);
        if (!File.Exists(path)) return null;
        string? runId = null;
        List<string> targets = [];
        var done = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        var succeeded = false;
        foreach (var line in WholeLines(File.ReadAllBytes(path)))
        {
            if (Parse(line) is not { } json) break;
            using (json)
            {
                var record = json.RootElement;
                if (record.TryGetProperty("run", out var run))
                    (runId, targets) = (run.GetString(), [.. record.GetProperty("targets").EnumerateArray().Select(target => target.GetString()!)]);
                else if (record.TryGetProperty("start", out var started)) done.Remove(started.GetString()!);
                else if (record.TryGetProperty("end", out _)) Take(record);
                else if (record.TryGetProperty("ended", out var ended)) succeeded = ended.GetString() == "succeeded";
            }
        }

        return runId is null ? null : new PreviousRun(runId, targets, done, succeeded);

        void Take(JsonElement record)
        {
            var entry = Entry(record);
            if (entry.IsDone) done[entry.Node] = entry;
        }
    }

    static JournalEntry Entry(JsonElement record) => new(
        record.GetProperty("end").GetString()!,
        record.GetProperty("outcome").GetString() switch
        {
            "succeeded" => NodeOutcome.Succeeded,
            "unchanged" => NodeOutcome.Unchanged,
            "resumed" => NodeOutcome.Resumed,
            _ => NodeOutcome.Failed,
        },
        record.TryGetProperty("key", out var key) ? key.GetString()! : "",
        record.TryGetProperty("results", out var results)
            ? [.. results.EnumerateObject().Select(result => (result.Name, Encoding.UTF8.GetBytes(result.Value.GetRawText())))]
            : []);

    // What follows the last line break was cut off by a kill.
    static IEnumerable<ReadOnlyMemory<byte>> WholeLines(byte[] content)
    {
        for (int start = 0, end; (end = Array.IndexOf(content, (byte)'\n', start)) >= 0; start = end + 1)
            yield return content.AsMemory(start, end - start);
    }

    static JsonDocument? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            // After a power cut a file may hold zeros where lines were: nothing behind them is trusted.
            return null;
        }
    }
}
