using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>Prints each node's log whole when the node ends, so that logs of nodes that run side by side never mix.</summary>
/// <remarks>Every <see cref="HeartbeatInterval"/> a line for each node that has been at it for a while says so: nobody shall think that it hangs.</remarks>
sealed class BufferedView(IConsole console, LogDialect dialect, RunViewOptions options, TimeProvider clock) : IRunView
{
    /// <summary>How often a long run shows that it lives.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(60);

    static readonly TimeSpan LongRunning = TimeSpan.FromSeconds(30);
    static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(50);
    const int MaxHeartbeats = 5;
    const int LastLineWidth = 80;

    readonly Lock _lock = new();
    readonly SortedDictionary<int, RunningNode> _running = [];
    ITimer? _heartbeat;
    ITimer? _flush;
    long _flushed;
    bool _isLate;

    /// <inheritdoc/>
    public void RunStarted(RunStart start) => Print(output =>
    {
        _heartbeat = clock.CreateTimer(_ => Beat(), null, HeartbeatInterval, HeartbeatInterval);
        var targets = OutcomeWords.Count(start.Plan.Nodes.Count, "target", "targets");
        output.Write(dialect.Ink.Dim($"Run {start.RunId}: {targets}, up to {start.Parallelism} side by side") + "\n");
    });

    /// <inheritdoc/>
    public void NodeStarted(PlannedNode node, int attempt)
    {
        var running = Running(node);
        if (attempt > 1) Log(running, LogLevel.Info, $"Try {attempt}:");
    }

    /// <inheritdoc/>
    public void NodeLogged(PlannedNode node, LogLevel level, string text)
    {
        if (level != LogLevel.Debug || options.Verbose) Log(Running(node), level, text);
    }

    /// <inheritdoc/>
    public void NodeEnded(NodeResult result) => Print(output =>
    {
        _running.Remove(result.Node.Index, out var node);
        using (node)
        {
            var ended = clock.GetUtcNow();
            var lines = node is { Log.Count: > 0 } ? node.Log.Lines().Select(entry => dialect.Line(entry.Level, entry.Line)) : [];
            dialect.WriteLog(output, result, lines.Concat(Explanation(result)), node?.Started ?? ended, ended);
            dialect.Annotate(output, result, node?.Warnings ?? []);
        }
    }, mayWait: true);

    /// <inheritdoc/>
    public void RunEnded(RunSummary summary) => Print(output =>
    {
        StopTimers();
        foreach (var line in new SummaryText(console.Width, dialect.Ink).Lines(summary)) output.Write(dialect.Harmless(line) + "\n");
    });

    /// <inheritdoc/>
    public void CancelRequested() => Print(output => output.Write(dialect.Ink.Yellow("Cancelling: running targets are ended, then what is assured runs.") + "\n"));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            StopTimers();
            foreach (var node in _running.Values) node.Dispose();
            _running.Clear();
        }
    }

    // The title has the reason's first line; the log ends with the rest of it.
    IEnumerable<string> Explanation(NodeResult result) =>
        LogText.Lines(result.Reason).SkipWhile(line => line.Trim().Length == 0).Skip(1).Select(line => dialect.Line(LogLevel.Info, line));

    void Beat() => Print(output =>
    {
        var now = clock.GetUtcNow();
        var nodes = _running.Values.Where(node => now - node.Started >= LongRunning).ToList();
        foreach (var node in nodes.Take(MaxHeartbeats))
        {
            var last = CellWidth.Cut(LogText.FirstLine(node.Log.LastLine), LastLineWidth);
            var time = HumanDuration.Text(now - node.Started);
            output.Write(dialect.Harmless($"{node.Name} still running, {time}{(last.Length > 0 ? ": " : "")}{dialect.Ink.Dim(last)}") + "\n");
        }

        if (nodes.Count > MaxHeartbeats) output.Write($"… and {nodes.Count - MaxHeartbeats} more still running\n");
    });

    RunningNode Running(PlannedNode node)
    {
        lock (_lock)
        {
            if (!_running.TryGetValue(node.Index, out var running))
                _running[node.Index] = running = new RunningNode(node.Node.Name, clock.GetUtcNow(), new LogBuffer(options.TemporaryFolder, dialect.Ink.IsOn));
            return running;
        }
    }

    void Log(RunningNode node, LogLevel level, string text)
    {
        lock (_lock) node.Add(level, text);
    }

    void StopTimers()
    {
        _heartbeat?.Dispose();
        _flush?.Dispose();
        (_heartbeat, _flush, _isLate) = (null, null, false);
    }

    // An output that can't be written to (a full disk, a reader that has gone) is no reason for the run to fail.
    void Print(Action<TextWriter> print, bool mayWait = false)
    {
        lock (_lock)
        {
            try
            {
                print(console.Out);
                if (mayWait && clock.GetElapsedTime(_flushed) < FlushInterval) FlushLater();
                else Flush();
            }
            catch (IOException)
            {
            }
        }
    }

    // What ends in quick succession is shown together: with thousands of targets, a system call for each costs more than they do.
    void FlushLater()
    {
        if (_isLate) return;
        _isLate = true;
        _flush ??= clock.CreateTimer(_ => Print(_ => { }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _flush.Change(FlushInterval, Timeout.InfiniteTimeSpan);
    }

    void Flush()
    {
        (_isLate, _flushed) = (false, clock.GetTimestamp());
        console.Out.Flush();
    }
}
