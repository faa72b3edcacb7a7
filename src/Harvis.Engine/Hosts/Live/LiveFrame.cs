using Harvis.Engine.Reporting;
using Harvis.Engine.Running;
using Spectre.Console;

namespace Harvis.Engine.Hosts.Live;

/// <summary>One picture of a run: a line for each node that runs or waits next, and a line of counts.</summary>
/// <remarks>Text of targets is never read as markup. No line is wider than the console.</remarks>
sealed class LiveFrame(bool useColour)
{
    const int MaxRunning = 12;
    const int MaxWaiting = 5;
    const int MaxBlockers = 3;
    const int MaxNameWidth = 40;
    const int TimeWidth = 11; // "59 min 59 s"
    const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    readonly Style _accent = useColour ? new Style(Color.Aqua) : Style.Plain;
    readonly Style _dim = useColour ? new Style(decoration: Decoration.Dim) : Style.Plain;
    readonly Style _bad = useColour ? new Style(Color.Red) : Style.Plain;

    /// <summary>The lines, at most <paramref name="height"/> of them.</summary>
    /// <param name="progress">What is shown.</param>
    /// <param name="now">The time.</param>
    /// <param name="tick">Counts pictures, for the spinner.</param>
    /// <param name="width">The cells of a line.</param>
    /// <param name="height">The lines there is room for, at least 1.</param>
    public IReadOnlyList<Paragraph> Lines(LiveProgress progress, DateTimeOffset now, int tick, int width, int height)
    {
        var forRunning = Math.Min(MaxRunning, height - 2);
        var running = Running(progress, now, tick, width, forRunning);
        var forWaiting = Math.Min(MaxWaiting, height - 1 - running.Count);
        return [.. running, .. Waiting(progress, width, forWaiting), Counts(progress, now, width)];
    }

    List<Paragraph> Running(LiveProgress progress, DateTimeOffset now, int tick, int width, int room)
    {
        if (room < 1) return [];
        var shown = progress.Running.Values.OrderBy(node => node.Started).Take(Rows(progress.Running.Count, room)).ToList();
        var nameWidth = shown.Count == 0 ? 0 : Math.Min(Math.Min(MaxNameWidth, width / 2), shown.Max(node => CellWidth.Of(node.Name)));
        var lines = shown.ConvertAll(node => RunningLine(node, now, tick, width, nameWidth));
        AddMore(lines, progress.Running.Count - shown.Count, "running", width);
        return lines;
    }

    Paragraph RunningLine(RunningNode node, DateTimeOffset now, int tick, int width, int nameWidth)
    {
        var time = Elapsed(now - node.Started).PadLeft(TimeWidth);
        var left = $"{CellWidth.Fit(node.Name, nameWidth)} {time}";
        var line = new Paragraph()
            .Append($"{Spinner[tick % Spinner.Length]} ", _accent)
            .Append(CellWidth.Cut(left, width - 2), Style.Plain);
        var room = width - 4 - CellWidth.Of(left);
        return room < 8 ? line : line.Append("  " + CellWidth.Cut(LogText.FirstLine(node.Log.LastLine), room), _dim);
    }

    List<Paragraph> Waiting(LiveProgress progress, int width, int room)
    {
        var count = Rows(progress.WaitingCount, room);
        var lines = progress.Waiting(count).Select(node => new Paragraph(CellWidth.Cut($"· {CellWidth.Cut(node.Name, Math.Min(MaxNameWidth, width / 2))} waits for {Blockers(node.For)}", width), _dim)).ToList();
        if (room > 0) AddMore(lines, progress.WaitingCount - count, "waiting", width);
        return lines;
    }

    Paragraph Counts(LiveProgress progress, DateTimeOffset now, int width)
    {
        var failed = progress.Count(NodeOutcome.Failed);
        string[] parts =
        [
            $"{progress.Ended} of {progress.Total} done",
            progress.Running.Count > 0 ? $"{progress.Running.Count} running" : "",
            progress.WaitingCount > 0 ? $"{progress.WaitingCount} waiting" : "",
            failed > 0 ? $"{failed} failed" : "",
            Elapsed(now - progress.Started),
        ];
        var text = string.Join(", ", parts.Where(part => part.Length > 0));
        if (progress.IsCancelling) text = $"Cancelling, cleaning up; press Ctrl-C again to kill. {text}";
        return new Paragraph(CellWidth.Cut(text, width), failed > 0 || progress.IsCancelling ? _bad : _accent);
    }

    void AddMore(List<Paragraph> lines, int count, string what, int width)
    {
        if (count > 0) lines.Add(new Paragraph(CellWidth.Cut($"  … and {count} more {what}", width), _dim));
    }

    // One row is for the rest, if there is any.
    static int Rows(int count, int room) => count <= room ? count : Math.Max(0, room - 1);

    // Never ahead of the clock, and no milliseconds that only flicker.
    static string Elapsed(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? "0 s" : HumanDuration.Text(TimeSpan.FromSeconds(Math.Floor(time.TotalSeconds * 10) / 10));

    static string Blockers(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return "its turn";
        var more = names.Count - MaxBlockers;
        return string.Join(", ", names.Take(MaxBlockers)) + (more > 0 ? $" and {more} more" : "");
    }
}
