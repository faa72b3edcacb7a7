using System.Text;
using System.Text.Json;
using Harvis.Engine.Running;

namespace Harvis.Engine.Records;

/// <summary>What the journal of an earlier run says: what was asked for, what was done, and whether it ended well.</summary>
sealed record PreviousRun(string RunId, IReadOnlyList<string> Targets, IReadOnlyDictionary<string, JournalEntry> Done, bool Succeeded)
{
    /// <summary>Which of the runs that continue each other it was, 0 for the first.</summary>
    public int Round { get; init; }

    /// <summary>How many ends its journal still has to take over from the run before it.</summary>
    int Missing { get; init; }

    /// <summary>
    /// Reads a journal as far as it is whole; null where not even its start is, for a dry run, which did nothing, and for a run that was
    /// killed before it had taken over what the one before it did.
    /// </summary>
    public static PreviousRun? Read(string folder)
    {
        var path = Path.Combine(folder, RunJournal.FileName);
        var done = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        PreviousRun? run = null;
        try
        {
            if (!File.Exists(path)) return null;
            foreach (var line in WholeLines(File.ReadAllBytes(path)))
            {
                using var json = JsonDocument.Parse(line);
                run = After(run, json.RootElement, done);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IOException or UnauthorizedAccessException)
        {
            // After a power cut a file may hold zeros where lines were: nothing behind them is trusted.
        }

        return run is { Missing: > 0 } ? null : run;
    }

    static PreviousRun? After(PreviousRun? run, JsonElement record, Dictionary<string, JournalEntry> done)
    {
        if (run is null) return record.TryGetProperty("dryRun", out _) ? null : Started(record, done);
        if (record.TryGetProperty("start", out var started)) done.Remove(started.GetString()!);
        else if (record.TryGetProperty("end", out _))
        {
            var entry = Entry(record);
            if (entry.IsDone) done[entry.Node] = entry;
            return run with { Missing = Math.Max(0, run.Missing - 1) };
        }
        else if (record.TryGetProperty("ended", out var ended)) return run with { Succeeded = ended.GetString() == "succeeded" };

        return run;
    }

    static PreviousRun Started(JsonElement record, Dictionary<string, JournalEntry> done) =>
        new(record.GetProperty("run").GetString()!, [.. record.GetProperty("targets").EnumerateArray().Select(target => target.GetString()!)], done, Succeeded: false)
        {
            Round = record.TryGetProperty("round", out var round) ? round.GetInt32() : 0,
            Missing = record.TryGetProperty("carried", out var carried) ? carried.GetInt32() : 0,
        };

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
            : [])
    {
        Round = record.TryGetProperty("round", out var round) ? round.GetInt32() : 0,
    };

    // What follows the last line break was cut off by a kill.
    static IEnumerable<ReadOnlyMemory<byte>> WholeLines(byte[] content)
    {
        for (int start = 0, end; (end = Array.IndexOf(content, (byte)'\n', start)) >= 0; start = end + 1)
            yield return content.AsMemory(start, end - start);
    }
}
