using Harvis.Conformance.Tests.Equivalence.Local;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>What a system would run that could express every rule of a plan.</summary>
static class PlanRun
{
    public static NodeRuns Of(TargetGraph graph, CiPlan plan, CiEvent happened, Func<string, bool> succeeds)
    {
        var bodies = new JobBodies(graph, succeeds);
        var outcomes = new Dictionary<string, CiOutcome>(StringComparer.Ordinal);
        var before = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var job in plan.Jobs)
        {
            var met = job.Activations.Where(activation => activation.Triggers.Any(trigger => trigger.Matches(happened))).ToList();
            if (met.Count == 0) continue;
            var needs = job.Needs.Where(outcomes.ContainsKey).ToList();
            before[job.Id] = needs.Concat(needs.SelectMany(need => before[need])).ToHashSet(StringComparer.Ordinal);
            var runs = met.Exists(activation => activation.Rule.Holds(id => outcomes.GetValueOrDefault(id, CiOutcome.Skipped)));
            outcomes[job.Id] = runs ? Result(plan, bodies, job, met.TrueForAll(activation => activation.IsTriggered)) : CiOutcome.Skipped;
        }

        return bodies.Runs(new SystemRun(outcomes, outcomes.Keys.ToHashSet(), before));
    }

    // Records of what it names reach it; with a plan's own rules kept whole, it needs none of them to decide.
    static CiOutcome Result(CiPlan plan, JobBodies bodies, CiJob job, bool isTriggered)
    {
        IEnumerable<IReadOnlyList<string>> runs = job.Legs.Count == 0 ? [job.Nodes] : job.Legs.Select(leg => (IReadOnlyList<string>)[leg.Node]);
        var ended = runs.Select(nodes => bodies.Run(job.Id, nodes, (from, node) => job.TakesOver.Contains(node) && plan.Find(from)!.HandsOver.Contains(node), [], isTriggered)).ToList();
        return ended.TrueForAll(succeeded => succeeded) ? CiOutcome.Succeeded : CiOutcome.Failed;
    }
}
