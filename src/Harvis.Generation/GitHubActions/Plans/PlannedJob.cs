using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What decides whether a job runs, be it one of the plan's or a called workflow.</summary>
/// <param name="Id">The job.</param>
/// <param name="Needs">What it waits for.</param>
/// <param name="Activations">When it runs.</param>
sealed record PlannedJob(string Id, IReadOnlyList<string> Needs, IReadOnlyList<CiActivation> Activations)
{
    /// <summary>Every job of the plan, then every called workflow.</summary>
    public static IReadOnlyList<PlannedJob> All(CiPlan plan, GitHubWorkflowOptions options) =>
    [
        .. plan.Jobs.Select(job => new PlannedJob(job.Id, job.Needs, job.Activations)),
        .. options.Calls.Select(call => new PlannedJob(
            call.Id, call.Needs, [new CiActivation(call.Triggers.Count == 0 ? plan.Triggers : call.Triggers, new CiRule.All([.. call.Needs.Select(need => new CiRule.Succeeded(need))]))])),
    ];
}
