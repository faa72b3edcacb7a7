using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>
/// Runs a plan: whatever waits for nothing runs, side by side, up to the bound. A failure blocks what depends on it and nothing else.
/// Each node ends exactly once. Linear in nodes and edges.
/// </summary>
/// <param name="plan">What to run.</param>
/// <param name="parallelism">The most nodes that run side by side.</param>
/// <param name="runner">Runs one node.</param>
/// <param name="ended">Called for each node when it ends; one call at a time.</param>
/// <param name="elapsed">The time since the run's start.</param>
sealed class Scheduler(Plan plan, int parallelism, INodeRunner runner, Action<NodeResult> ended, Func<TimeSpan> elapsed)
{
    readonly Lock _lock = new();
    readonly NodeResult?[] _results = new NodeResult?[plan.Nodes.Count];
    readonly int[] _waitsFor = new int[plan.Nodes.Count];
    readonly List<int>?[] _waiting = new List<int>?[plan.Nodes.Count];
    readonly PriorityQueue<PlannedNode, int> _ready = new();
    readonly ResourcePool _resources = new();
    readonly TaskCompletionSource _allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Verdicts _verdicts = new(plan);
    int _running;
    int _left = plan.Nodes.Count;
    CancellationToken _stop;
    CancellationToken _cleanup;

    /// <summary>Runs the plan to its end.</summary>
    /// <param name="stop">Cancels what runs and what hasn't started, except what is assured.</param>
    /// <param name="cleanup">Cancels what is assured too.</param>
    public async Task<IReadOnlyList<NodeResult>> RunAsync(CancellationToken stop, CancellationToken cleanup)
    {
        (_stop, _cleanup) = (stop, cleanup);
        lock (_lock)
        {
            foreach (var node in plan.Nodes) Register(node);
            if (_left == 0) _allEnded.TrySetResult();
            Pump();
        }

        // What is ready but can't start for want of a place or a resource must hear of the stop too.
        using var registration = stop.Register(() => { lock (_lock) Pump(); });
        await _allEnded.Task;
        return _results!;
    }

    void Register(PlannedNode node)
    {
        _waitsFor[node.Index] = node.Needs.Count + node.Follows.Count;
        foreach (var before in node.Needs.Concat(node.Follows)) (_waiting[before] ??= []).Add(node.Index);
        if (_waitsFor[node.Index] == 0) _ready.Enqueue(node, node.Index);
    }

    void Pump()
    {
        while (_running < parallelism && _ready.TryDequeue(out var node, out _))
        {
            if (_verdicts.Before(node, _results, _stop.IsCancellationRequested) is { } verdict)
            {
                // It may have been woken to take a resource that it now leaves to the next.
                foreach (var woken in _resources.Woken(node)) _ready.Enqueue(woken, woken.Index);
                End(node, verdict with { Round = RoundOf(node) });
                continue;
            }

            if (!runner.HasWork(node))
            {
                End(node, Done(node));
                continue;
            }

            var taken = _resources.TryTake(node);
            foreach (var woken in _resources.Woken(node)) _ready.Enqueue(woken, woken.Index);
            if (taken) Start(node);
        }
    }

    void Start(PlannedNode node)
    {
        _running++;
        NodeResult[] needs = node.Needs.Count + node.TriggeredBy.Count == 0
            ? []
            : [.. node.Needs.Select(need => _results[need]!), .. node.TriggeredBy.Select(trigger => _results[trigger]!).Where(trigger => Verdicts.Fires(trigger, _results))];
        var token = node.Node.AssuredAfterFailure ? _cleanup : _stop;
        _ = Task.Run(() => RunNodeAsync(node, needs, token), CancellationToken.None);
    }

    async Task RunNodeAsync(PlannedNode node, NodeResult[] needs, CancellationToken token)
    {
        var result = await ResultAsync(node, needs, token);
        lock (_lock)
        {
            _running--;
            _resources.PutBack(node);
            foreach (var woken in _resources.Woken(node)) _ready.Enqueue(woken, woken.Index);
            End(node, result);
            Pump();
        }
    }

    // A runner doesn't throw; if one does all the same (no memory, a defect), the run must still end.
    async Task<NodeResult> ResultAsync(PlannedNode node, NodeResult[] needs, CancellationToken token)
    {
        try
        {
            return await runner.RunAsync(node, needs, token);
        }
        catch (Exception broken)
        {
            return new NodeResult { Node = node, Outcome = NodeOutcome.Failed, Reason = Failures.Describe(broken) };
        }
    }

    NodeResult Done(PlannedNode node) => new() { Node = node, Outcome = Verdicts.OfJoin(node, _results), Started = elapsed(), Round = RoundOf(node) };

    // What does nothing itself stands for what it needs.
    int RoundOf(PlannedNode node) => node.Needs.Count == 0 ? 0 : node.Needs.Max(need => _results[need]!.Round);

    void End(PlannedNode node, NodeResult result)
    {
        _results[node.Index] = result;
        ended(result);
        foreach (var index in _waiting[node.Index] ?? [])
        {
            if (--_waitsFor[index] == 0) _ready.Enqueue(plan.Nodes[index], index);
        }

        if (--_left == 0) _allEnded.TrySetResult();
    }
}
