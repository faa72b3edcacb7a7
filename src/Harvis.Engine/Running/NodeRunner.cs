using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Records;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>Runs one node of a build: conditions, what is remembered of it, promises of others, tries, its own promises.</summary>
sealed class NodeRunner(
    BuildGraph build,
    RunServices services,
    NodeMemory memory,
    ResultStore results,
    RunJournal journal,
    NodeProcesses processes,
    IRunObserver observer,
    Func<string, string> mask) : INodeRunner
{
    readonly long _start = services.Time.GetTimestamp();

    /// <summary>How a node ends without running because of what other CI jobs did; null if it runs.</summary>
    public required Func<TargetNode, (NodeOutcome Outcome, string Reason)?> Before { get; init; }

    /// <summary>How nodes of other CI jobs ended, as far as it was handed over.</summary>
    public required IReadOnlyDictionary<string, NodeOutcome> HandedOver { get; init; }

    public bool HasWork(PlannedNode node)
    {
        var work = build.WorkOf(node.Node);
        return node.Node.Joins.Count == 0 && (work.Bodies.Count > 0 || work.Asked.Count > 0 || node.Node.Produces.Count + node.Node.Outputs.Count > 0);
    }

    public async Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken)
    {
        var log = new NodeLog(node, observer, mask);
        var started = services.Time.GetElapsedTime(_start);
        var tries = new Tries(services, log, build.WorkOf(node.Node).Backoff);
        NodeEnd end;
        try
        {
            end = await EndAsync(node, needs, log, tries, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = new NodeEnd(NodeOutcome.Cancelled, "the run was cancelled");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C reaches the programs too: what they say of it isn't a failure of the target.
            log.Info(Failures.Describe(failure));
            end = new NodeEnd(NodeOutcome.Cancelled, "the run was cancelled");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            end = new NodeEnd(NodeOutcome.Failed, Failures.Describe(failure)) { IsRefused = Failures.IsRefusal(failure) };
            log.Error(Failures.Detail(failure, node.Node.Location));
        }

        var result = new NodeResult
        {
            Node = node,
            Outcome = end.Outcome,
            Reason = mask(end.Reason),
            Started = started,
            Duration = end.Outcome == NodeOutcome.WouldRun ? TimeSpan.Zero : services.Time.GetElapsedTime(_start) - started,
            Attempts = tries.Count,
            Warnings = log.Warnings,
            IsRefused = end.IsRefused,
            Round = end.Outcome == NodeOutcome.Skipped ? needs.Select(need => need.Round).DefaultIfEmpty().Max() : end.Round ?? memory.Round,
        };
        return Recorded(result, end.Key, log);
    }

    // What isn't on record isn't done: a full disk mustn't pass for a success.
    NodeResult Recorded(NodeResult result, string key, NodeLog log)
    {
        var name = result.Node.Node.Name;
        var published = result.Outcome is NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed ? results.Of(name) : [];
        try
        {
            journal.NodeEnded(new JournalEntry(name, result.Outcome, key, published) { Round = result.Round }, result);
            return result;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.Error(Failures.Detail(failure, result.Node.Node.Location));
            if (!result.Satisfies) return result;
            return result with { Outcome = NodeOutcome.Failed, Reason = mask(Failures.Describe(failure)), IsRefused = Failures.IsRefusal(failure) };
        }
    }

    async Task<NodeEnd> EndAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, NodeLog log, Tries tries, CancellationToken cancellationToken)
    {
        if (Before(node.Node) is { } before) return new NodeEnd(before.Outcome, before.Reason);
        var work = build.WorkOf(node.Node);
        foreach (var guard in work.Asked)
        {
            if (!await guard.Ask!(cancellationToken)) return new NodeEnd(NodeOutcome.Skipped, $"only when {guard.Why}");
        }

        var key = await memory.KeyAsync(node.Node, cancellationToken);
        if (memory.Recall(node.Node, key, needs, cancellationToken) is { } known) return new NodeEnd(known.Outcome, known.Reason, key, known.Round);
        if (services.Options.DryRun && work.DryBody is null) return new NodeEnd(NodeOutcome.WouldRun, "");

        // What only would run has left nothing yet.
        if (!services.Options.DryRun) Promises.CheckConsumed(node.Node, build.Graph, services.Root);
        var run = new TargetRun(node.Node, build.Graph, log, processes.For(node, log), services, results) { Dependencies = Outcomes(needs) };
        await tries.RunAsync(node.Node, (attempt, ct) => BodyAsync(node, run, attempt, ct), cancellationToken);
        if (services.Options.DryRun) return new NodeEnd(NodeOutcome.WouldRun, "");
        Promises.CheckProduced(node.Node, services.Root, results);
        await memory.KeepAsync(node.Node, key, cancellationToken);
        return new NodeEnd(NodeOutcome.Succeeded, "", key);
    }

    Dictionary<string, NodeOutcome> Outcomes(IReadOnlyList<NodeResult> needs)
    {
        var outcomes = HandedOver.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var need in needs) outcomes[need.Node.Node.Name] = need.Outcome;
        return outcomes;
    }

    async Task BodyAsync(PlannedNode node, TargetRun run, int attempt, CancellationToken cancellationToken)
    {
        var work = build.WorkOf(node.Node);
        journal.NodeStarted(node.Node.Name, attempt);
        observer.NodeStarted(node, attempt);
        IReadOnlyList<TargetBody> bodies = services.Options.DryRun ? [work.DryBody!] : work.Bodies;
        foreach (var body in bodies) await body(run, cancellationToken);
    }

    readonly record struct NodeEnd(NodeOutcome Outcome, string Reason, string Key = "", int? Round = null)
    {
        public bool IsRefused { get; init; }
    }
}
