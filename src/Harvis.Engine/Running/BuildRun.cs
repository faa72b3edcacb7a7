using Harvis.Engine.Caching;
using Harvis.Engine.Dsl;
using Harvis.Engine.Files;
using Harvis.Engine.Handovers;
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

    /// <summary>Takes over from CI jobs before this one, and hands over to those after it; null elsewhere.</summary>
    public Handover? Handover { get; init; }

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
        var handedOver = Handover?.Take() ?? HandedOver.Nothing;
        foreach (var record in handedOver.Records)
            foreach (var (name, json) in record.Results) results.Put(record.Node, name, json);
        var digests = new FileDigestCache(Path.Combine(services.Temporary, "cache", "digests"), services.Time);
        using var timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.Time);
        using var cleanup = CancellationTokenSource.CreateLinkedTokenSource(kill, timer.Token);
        using var deadline = stop.Register(() => timer.CancelAfter(services.Options.CleanupTime));
        var cache = new LocalCache(Path.Combine(services.Temporary, "cache"), services.Root, digests, services.Time);
        var runner = Runner(observer, journal, results, digests, cache, handedOver);
        var scheduler = new Scheduler(plan, services.Options.Parallelism, runner, observer.NodeEnded, () => services.Time.GetElapsedTime(start));
        var ended = await scheduler.RunAsync(stop, cleanup.Token);
        Handover?.Give(ended.Where(result => result.Node.Node.HasWork).Select(result => new HandoverRecord(result.Node.Node.Name, result.Outcome, results.Of(result.Node.Node.Name))));

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

    NodeRunner Runner(IRunObserver observer, RunJournal journal, ResultStore results, FileDigestCache digests, LocalCache cache, HandedOver handedOver)
    {
        var keys = new NodeKey(services.Root, identity.BuildId, identity.Values, digests, identity.ToolVersion);
        var memory = new NodeMemory(keys, cache, Previous, results, build.Graph, services.Root, services.Options.DryRun);
        var here = plan.Nodes.Select(node => node.Node.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new NodeRunner(build, services, memory, results, journal, Processes, observer, Mask)
        {
            HandedOver = handedOver.Records.ToDictionary(record => record.Node, record => record.Outcome),
            Before = node => handedOver.Verdict(node, build.Graph, here.Contains),
        };
    }

    static RunOutcome OutcomeOf(IReadOnlyList<NodeResult> results, bool stopped)
    {
        if (stopped && results.Any(result => result.Outcome == NodeOutcome.Cancelled)) return RunOutcome.Cancelled;
        return results.Any(result => !result.Satisfies) ? RunOutcome.Failed : RunOutcome.Succeeded;
    }
}
