using Harvis.Engine.Caching;
using Harvis.Engine.Dsl;
using Harvis.Engine.Files;
using Harvis.Engine.Planning;
using Harvis.Engine.Records;

namespace Harvis.Engine.Running;

/// <summary>One run of a plan, from its record's first line to its last.</summary>
sealed class BuildRun(BuildGraph build, Plan plan, IReadOnlyList<string> requested, RunServices services, RunIdentity identity)
{
    /// <summary>The typed results that are known before the run; tests and CI jobs put some here.</summary>
    public required Func<string, string> Mask { get; init; }

    /// <summary>Makes the nodes' process runners.</summary>
    public required NodeProcesses Processes { get; init; }

    /// <summary>Who is told; made for this run's id.</summary>
    public required Func<string, string, IEnumerable<IRunObserver>> Observers { get; init; }

    /// <summary>The run that this one continues, or null.</summary>
    public PreviousRun? Previous { get; init; }

    /// <summary>Runs the plan.</summary>
    /// <param name="stop">Cancels the run; what is assured still runs, for at most <see cref="RunOptions.CleanupTime"/>.</param>
    /// <param name="kill">Cancels that too.</param>
    public async Task<RunSummary> RunAsync(CancellationToken stop, CancellationToken kill)
    {
        var folders = new RunFolders(Path.Combine(services.Temporary, "runs"));
        var runId = RunFolders.NewId(services.Time.GetUtcNow());
        var folder = folders.Of(runId);
        using var journal = new RunJournal(folder);
        var observer = new SerialObserver(Observers(runId, folder));
        var start = services.Time.GetTimestamp();
        journal.Started(runId, requested, services.Time.GetUtcNow(), Previous is null ? 0 : Previous.Round + 1, services.Options.DryRun, Previous?.Done.Count ?? 0);
        CarryOver(journal);
        observer.RunStarted(new RunStart(runId, plan, services.Options.Parallelism));

        var results = new ResultStore(Mask);
        var digests = new FileDigestCache(Path.Combine(services.Temporary, "cache", "digests"), services.Time);
        using var timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.Time);
        using var cleanup = CancellationTokenSource.CreateLinkedTokenSource(kill, timer.Token);
        using var deadline = stop.Register(() => timer.CancelAfter(services.Options.CleanupTime));
        var cache = new LocalCache(Path.Combine(services.Temporary, "cache"), services.Root, digests, services.Time);
        var runner = Runner(observer, journal, results, digests, cache);
        var scheduler = new Scheduler(plan, services.Options.Parallelism, runner, observer.NodeEnded, () => services.Time.GetElapsedTime(start));
        var ended = await scheduler.RunAsync(stop, cleanup.Token);

        var summary = new RunSummary
        {
            RunId = runId,
            Outcome = OutcomeOf(ended, stop.IsCancellationRequested),
            Results = ended,
            Elapsed = services.Time.GetElapsedTime(start),
            CriticalPath = CriticalPath.Of(plan, ended),
            Notes = results.Notes,
            IsRefused = ended.Any(result => result.IsRefused) && ended.All(result => result.IsRefused || result.Outcome != NodeOutcome.Failed),
            RecordFolder = Path.GetRelativePath(services.Root, folder).Replace('\\', '/'),
        };
        journal.Ended(summary.Outcome);
        digests.Save();
        observer.RunEnded(summary);
        folders.Prune();
        cache.Prune();
        return summary;
    }

    // A run that is continued twice must still know what the first one did. The journal's first line says how much comes: a kill in between
    // leaves the earlier journal in force.
    void CarryOver(RunJournal journal)
    {
        foreach (var entry in Previous?.Done.Values ?? [])
        {
            var result = new NodeResult { Node = null!, Outcome = NodeOutcome.Resumed, Reason = "" };
            journal.NodeEnded(entry with { Outcome = NodeOutcome.Resumed }, result);
        }
    }

    NodeRunner Runner(IRunObserver observer, RunJournal journal, ResultStore results, FileDigestCache digests, LocalCache cache)
    {
        var keys = new NodeKey(services.Root, identity.BuildId, identity.Values, digests, identity.ToolVersion);
        var memory = new NodeMemory(keys, cache, Previous, results, build.Graph, services.Root, services.Options.DryRun);
        return new NodeRunner(build, services, memory, results, journal, Processes, observer, Mask);
    }

    static RunOutcome OutcomeOf(IReadOnlyList<NodeResult> results, bool stopped)
    {
        if (stopped && results.Any(result => result.Outcome == NodeOutcome.Cancelled)) return RunOutcome.Cancelled;
        return results.Any(result => !result.Satisfies) ? RunOutcome.Failed : RunOutcome.Succeeded;
    }
}
