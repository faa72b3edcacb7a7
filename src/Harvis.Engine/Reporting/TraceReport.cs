using System.Text.Json;
using Harvis.Engine.Running;

namespace Harvis.Engine.Reporting;

/// <summary>The run as a timeline in Chrome's trace event format, for <c>chrome://tracing</c> and Perfetto.</summary>
/// <remarks>The format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. Times are in microseconds.</remarks>
static class TraceReport
{
    // The writer keeps in memory what isn't flushed.
    const int MaxPendingBytes = 64 * 1024;

    public static void Write(Stream stream, RunSummary summary)
    {
        var ran = summary.Results.Where(result => result.Duration > TimeSpan.Zero).ToList();
        ran.Sort(static (one, other) => one.Started == other.Started ? one.Node.Index.CompareTo(other.Node.Index) : one.Started.CompareTo(other.Started));
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        WriteName(json, "process_name", 0, $"Harvis {summary.RunId}");
        var lanes = new List<long>();
        foreach (var result in ran)
        {
            WriteEvent(json, result, LaneFor(lanes, result));
            if (json.BytesPending > MaxPendingBytes) json.Flush();
        }

        for (var lane = 0; lane < lanes.Count; lane++) WriteName(json, "thread_name", lane + 1, $"lane {lane + 1}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The first row that is free again: what overlaps must not share one.
    static int LaneFor(List<long> lanes, NodeResult result)
    {
        var lane = 0;
        while (lane < lanes.Count && lanes[lane] > result.Started.Ticks) lane++;
        if (lane == lanes.Count) lanes.Add(0);
        lanes[lane] = (result.Started + result.Duration).Ticks;
        return lane;
    }

    static void WriteEvent(Utf8JsonWriter json, NodeResult result, int lane)
    {
        json.WriteStartObject();
        json.WriteString("name", result.Node.Node.Name);
        json.WriteString("cat", result.Node.Node.Stage?.Name ?? "target");
        json.WriteString("ph", "X");
        json.WriteNumber("ts", result.Started.Ticks / TimeSpan.TicksPerMicrosecond);
        json.WriteNumber("dur", result.Duration.Ticks / TimeSpan.TicksPerMicrosecond);
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", lane + 1);
        json.WriteStartObject("args");
        json.WriteString("outcome", OutcomeWords.Of(result.Outcome));
        if (result.Reason.Length > 0) json.WriteString("reason", result.Reason);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteName(Utf8JsonWriter json, string kind, int thread, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", kind);
        json.WriteString("ph", "M");
        json.WriteNumber("pid", 1);
        if (thread > 0) json.WriteNumber("tid", thread);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
