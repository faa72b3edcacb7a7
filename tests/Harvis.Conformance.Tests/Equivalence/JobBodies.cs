using Harvis.Conformance.Tests.Equivalence.Local;
using Harvis.Engine.Handovers;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Targets;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>
/// What the jobs of a pipeline do: each starts the engine for its nodes, with <c>--only</c>. The engine reads what the jobs before handed
/// over, and leaves out what would not have run on one machine: so a system that starts a job too often does no harm.
/// </summary>
sealed class JobBodies(TargetGraph graph, Func<string, bool> succeeds)
{
    readonly Dictionary<string, HandoverRecord> _records = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _jobOf = new(StringComparer.Ordinal);

    /// <summary>Does a run of a job, and says whether its exit code is 0.</summary>
    /// <param name="job">The job's name in the document.</param>
    /// <param name="nodes">The nodes that it is started for.</param>
    /// <param name="reaches">Whether a record that another job left reaches this one: job and node.</param>
    /// <param name="expected">The nodes whose records must be there.</param>
    /// <param name="isTriggered">Whether only what triggers them brought the nodes in.</param>
    public bool Run(string job, IReadOnlyList<string> nodes, Func<string, string, bool> reaches, IReadOnlyCollection<string> expected, bool isTriggered)
    {
        var records = _records.Values.Where(record => _jobOf[record.Node] != job && reaches(_jobOf[record.Node], record.Node)).ToList();
        var plan = Planner.Plan(graph, new PlanRequest { Targets = nodes, Only = true });
        var results = EngineRun.Of(graph, plan, new HandedOver(records, expected, isTriggered), succeeds);
        foreach (var result in results.Where(result => result.Node.Node.HasWork)) Keep(job, result);
        return results.All(result => result.Satisfies);
    }

    /// <summary>What ran in all jobs together, in the order that the system keeps.</summary>
    public NodeRuns Runs(SystemRun run)
    {
        var ran = _records.Values.Where(record => record.Outcome is NodeOutcome.Succeeded or NodeOutcome.Failed).ToList();
        var order = ran.SelectMany(after => ran
            .Where(before => before != after && run.Before[_jobOf[after.Node]].Contains(_jobOf[before.Node]))
            .Select(before => (before.Node, after.Node)));
        return new NodeRuns(ran.ToDictionary(record => record.Node, record => record.Outcome == NodeOutcome.Succeeded), order.ToHashSet());
    }

    void Keep(string job, NodeResult result)
    {
        _records[result.Node.Node.Name] = new HandoverRecord(result.Node.Node.Name, result.Outcome, []);
        _jobOf[result.Node.Node.Name] = job;
    }
}
