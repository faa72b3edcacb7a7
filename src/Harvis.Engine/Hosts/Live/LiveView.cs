using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts.Live;

/// <summary>Shows a run in a terminal: above what has ended, below what runs and waits.</summary>
/// <remarks>
/// It draws <see cref="Interval"/> after the last picture, however much happens, and first after that time: a short run shows its end only.
/// </remarks>
sealed class LiveView(Ink ink, IConsole console, RunViewOptions options, TimeProvider clock) : IRunView
{
    /// <summary>The time between two pictures.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(125);

    const int MaxPendingLines = 1000;

    readonly Lock _lock = new();
    readonly LiveFrame _frame = new(ink.IsOn);
    readonly LiveRegion _region = new(console, ink.IsOn);
    readonly EndedLog _ended = new(ink, options.Verbose);
    readonly List<string> _printed = [];
    LiveProgress _progress = new(new Plan([], []), default);
    ITimer? _timer;
    int _tick;

    /// <inheritdoc/>
    public void RunStarted(RunStart start)
    {
        lock (_lock)
        {
            _progress = new LiveProgress(start.Plan, clock.GetUtcNow());
            _timer = clock.CreateTimer(_ => Tick(), null, Interval, Interval);
        }
    }

    /// <inheritdoc/>
    public void NodeStarted(PlannedNode node, int attempt)
    {
        lock (_lock)
        {
            var running = Running(node);
            if (attempt > 1) running.Add(LogLevel.Info, $"Try {attempt}:");
        }
    }

    /// <inheritdoc/>
    public void NodeLogged(PlannedNode node, LogLevel level, string text)
    {
        if (level == LogLevel.Debug && !options.Verbose) return;
        lock (_lock) Running(node).Add(level, text);
    }

    /// <inheritdoc/>
    public void NodeEnded(NodeResult result)
    {
        lock (_lock)
        {
            using var running = _progress.End(result);
            var lines = _ended.Lines(result, running?.Log);
            // A long log is printed from its file, not kept.
            if (running?.Log.Count > MaxPendingLines) Draw(_printed.Concat(lines), []);
            else _printed.AddRange(lines);
        }
    }

    /// <inheritdoc/>
    public void RunEnded(RunSummary summary)
    {
        lock (_lock)
        {
            StopTimer();
            _printed.AddRange(new SummaryText(console.Width, ink).Lines(summary));
            Draw(_printed, []);
        }
    }

    /// <inheritdoc/>
    public void CancelRequested()
    {
        lock (_lock) _progress.IsCancelling = true;
        Tick();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_timer is not null) Draw(_printed, []);
            StopTimer();
            foreach (var node in _progress.Running.Values) node.Dispose();
            _progress.Running.Clear();
        }
    }

    RunningNode Running(PlannedNode node)
    {
        if (_progress.Running.TryGetValue(node.Index, out var running)) return running;
        running = new RunningNode(node.Node.Name, clock.GetUtcNow(), new LogBuffer(options.TemporaryFolder, ink.IsOn));
        _progress.Start(node, running);
        return running;
    }

    void Tick()
    {
        lock (_lock)
        {
            if (_timer is null) return;
            // The last column stays free: some terminals wrap as soon as it is written to.
            Draw(_printed, _frame.Lines(_progress, clock.GetUtcNow(), _tick++, Math.Max(1, console.Width - 1), Math.Max(1, console.Height - 2)));
        }
    }

    // A terminal that has gone is no reason for the run to fail.
    void Draw(IEnumerable<string> printed, IReadOnlyList<Spectre.Console.Paragraph> region)
    {
        try
        {
            _region.Draw(printed, region);
        }
        catch (IOException)
        {
        }

        _printed.Clear();
    }

    void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
