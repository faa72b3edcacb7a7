using System.Collections.Concurrent;
using System.Diagnostics;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Shouldly;

namespace Harvis.Engine.Tests.Running;

/// <summary>A scheduler's run whose every chance follows from one number, with a watchdog.</summary>
sealed class WatchedRun : IDisposable
{
    static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);

    readonly CancellationTokenSource _stop = new();
    readonly CancellationTokenSource _kill = new();
    readonly ConcurrentQueue<NodeResult> _ended = new();
    readonly ConcurrentQueue<Exception> _broken = new();
    readonly Plan _plan;
    readonly Random _random;
    readonly Task<IReadOnlyList<NodeResult>> _run;
    readonly int _seed;
    readonly Action<IReadOnlySet<int>, IReadOnlyList<PlannedNode>> _check;

    /// <param name="plan">The plan.</param>
    /// <param name="parallelism">The bound.</param>
    /// <param name="seed">What all chances follow from.</param>
    /// <param name="check">What must hold whenever a node starts, of the nodes that have ended and those that run.</param>
    public WatchedRun(Plan plan, int parallelism, int seed, Action<IReadOnlySet<int>, IReadOnlyList<PlannedNode>>? check = null)
    {
        (_plan, _seed, _random, _check) = (plan, seed, new Random(seed), check ?? ((_, _) => { }));
        Runner = new ScriptedRunner { Starting = CheckStart };
        _run = new Scheduler(plan, parallelism, Runner, _ended.Enqueue, () => TimeSpan.Zero).RunAsync(_stop.Token, _kill.Token);
    }

    public ScriptedRunner Runner { get; }

    public IReadOnlyCollection<NodeResult> Ended => _ended;

    public bool IsEnded => _run.IsCompleted;

    public IReadOnlyList<NodeOutcome> Outcomes => [.. Results.Select(result => result.Outcome)];

    public IReadOnlyList<NodeResult> Results => _run.GetAwaiter().GetResult();

    /// <summary>How a node ends if it runs.</summary>
    public NodeOutcome ScriptOf(PlannedNode node) => new Random(_seed + node.Index).Next(10) switch
    {
        < 2 => NodeOutcome.Failed,
        2 => NodeOutcome.Unchanged,
        3 => NodeOutcome.Resumed,
        4 => NodeOutcome.Skipped,
        _ => NodeOutcome.Succeeded,
    };

    public void Stop() => _stop.Cancel();

    public void Kill() => _kill.Cancel();

    /// <summary>Ends a node, once it runs.</summary>
    public void End(string name, NodeOutcome outcome)
    {
        Until(() => Runner.Running.Any(running => running.Node.Node.Name == name), $"{name} runs");
        Runner.End(Runner.Running.Single(running => running.Node.Node.Name == name), outcome);
    }

    /// <summary>Ends one running node after the other, by chance, until the run has ended.</summary>
    public void ToEnd()
    {
        while (Step())
        {
            // Each step is one node's end.
        }

        Until(() => _run.IsCompleted, "the run ends");
        if (_broken.TryDequeue(out var broken)) throw broken;
    }

    public void Steps(int count)
    {
        while (count-- > 0 && Step())
        {
            // As said.
        }
    }

    /// <summary>Every node has ended once, and its end was told.</summary>
    public void EndedOnce()
    {
        _ended.Select(result => result.Node.Index).ShouldBe(_plan.Nodes.Select(node => node.Index), ignoreOrder: true);
        Results.Select(result => result.Node).ShouldBe(_plan.Nodes);
    }

    public void Until(Func<bool> holds, string what)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); Thread.Yield())
        {
            if (watch.Elapsed > Watchdog) throw new TimeoutException($"Waited in vain: {what}. Left: {string.Join(' ', _plan.Nodes.Where(node => !EndedIndexes().Contains(node.Index)))}");
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        _kill.Dispose();
    }

    bool Step()
    {
        Until(() => _run.IsCompleted || Runner.Running.Count > 0, "a node runs or all have ended");
        var running = Runner.Running;
        if (running.Count == 0) return false;
        var ending = running[_random.Next(running.Count)];
        Runner.End(ending, ending.Token.IsCancellationRequested && _random.Next(3) > 0 ? NodeOutcome.Cancelled : ScriptOf(ending.Node));
        return true;
    }

    HashSet<int> EndedIndexes() => [.. _ended.Select(result => result.Node.Index)];

    void CheckStart(IReadOnlyList<ScriptedRunner.RunningNode> running)
    {
        try
        {
            _check(EndedIndexes(), [.. running.Select(one => one.Node)]);
        }
        catch (ShouldAssertException broken)
        {
            _broken.Enqueue(broken);
        }
    }
}
