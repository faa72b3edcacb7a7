using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>Which jobs of a plan run for an event where nothing fails, and in what order.</summary>
public static class CiSimulation
{
    /// <summary>The jobs, in the order of the plan.</summary>
    public static IReadOnlyList<CiSimulatedJob> Of(CiPlan plan, CiEvent happened)
    {
        var waves = new Dictionary<string, int>(StringComparer.Ordinal);
        var simulated = new List<CiSimulatedJob>();
        foreach (var job in plan.Jobs.Where(job => Runs(job, happened, waves)))
        {
            waves[job.Id] = 1 + job.Needs.Select(need => waves.GetValueOrDefault(need)).DefaultIfEmpty().Max();
            simulated.Add(new CiSimulatedJob(job, waves[job.Id]));
        }

        return simulated;
    }

    static bool Runs(CiJob job, CiEvent happened, Dictionary<string, int> ran) =>
        job.Activations.Any(activation =>
            activation.Triggers.Any(trigger => trigger.Matches(happened))
            && activation.Rule.Holds(other => ran.ContainsKey(other) ? CiOutcome.Succeeded : CiOutcome.Skipped));
}
