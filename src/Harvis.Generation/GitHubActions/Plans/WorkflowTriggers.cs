using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Names;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What starts a workflow: everything that starts any of its jobs.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">The job tokens among its secrets.</param>
/// <param name="findings">Takes what can't be said.</param>
sealed class WorkflowTriggers(CiPlan plan, GitHubWorkflowOptions options, Findings findings)
{
    /// <summary>The triggers, in a fixed order.</summary>
    public IReadOnlyList<WorkflowTrigger> All() => [.. new WorkflowTrigger?[] { Push(), PullRequest(), Schedule(), Dispatch(), Call() }.OfType<WorkflowTrigger>()];

    /// <summary>The inputs of a start by hand, and the parameter of each.</summary>
    public static IReadOnlyList<(DispatchInput Input, string Parameter)> Inputs(CiPlan plan) =>
    [
        .. plan.Triggers.OfType<Trigger.ByHand>().SelectMany(byHand => byHand.Inputs)
            .DistinctBy(input => input.Parameter)
            .Select(input => (Of(input), input.Parameter)),
    ];

    WorkflowTrigger.Push? Push()
    {
        var branches = plan.Triggers.OfType<Trigger.BranchPush>().Select(push => (push.Branches, push.Paths)).ToList();
        var tags = plan.Triggers.OfType<Trigger.TagPush>().ToList();
        if (branches.Count + tags.Count == 0) return null;
        var filters = branches.Count == 0 ? null : PathFilters.Of(branches, findings);
        IReadOnlyList<NamePattern> patterns = tags.Exists(tag => tag.Patterns.Count == 0) ? [] : [.. tags.SelectMany(tag => tag.Patterns).DistinctBy(pattern => pattern.Text)];
        return new WorkflowTrigger.Push { Branches = filters?.Branches, Paths = filters?.Paths, Tags = tags.Count == 0 ? null : NameFilter.Of(patterns) };
    }

    WorkflowTrigger.PullRequest? PullRequest()
    {
        var changes = plan.Triggers.OfType<Trigger.PullRequestChange>().Select(change => (change.Into, change.Paths)).ToList();
        if (changes.Count == 0) return null;
        var filters = PathFilters.Of(changes, findings);
        return new WorkflowTrigger.PullRequest { Branches = filters.Branches, Paths = filters.Paths };
    }

    WorkflowTrigger.Schedule? Schedule()
    {
        var crons = plan.Triggers.OfType<Trigger.Timer>().Select(timer => timer.Cron.Text).Distinct().ToList();
        return crons.Count == 0 ? null : new WorkflowTrigger.Schedule(crons);
    }

    WorkflowTrigger.WorkflowDispatch? Dispatch() =>
        plan.Triggers.Any(trigger => trigger is Trigger.ByHand) ? new WorkflowTrigger.WorkflowDispatch { Inputs = [.. Inputs(plan).Select(input => input.Input)] } : null;

    // The event of a called workflow is its caller's: only an input says that it was called.
    WorkflowTrigger.WorkflowCall? Call() => !plan.Triggers.Any(trigger => trigger is Trigger.ByPipeline) ? null : new WorkflowTrigger.WorkflowCall
    {
        Inputs = [new CallInput(EventConditions.Called, "boolean") { Description = "Says that another workflow called this one; leave it as it is.", Default = new YamlTruth(true) }],
        Secrets = [.. plan.Jobs.SelectMany(job => job.Secrets).Except(options.JobTokens).Distinct().Select(secret => new CallSecret(ParameterName.Variable(secret)))],
    };

    static DispatchInput Of(TriggerInput input) => new(CiName.Of(ParameterName.Kebab(input.Parameter)), Kind(input))
    {
        Description = input.Description,
        IsRequired = input.Default is null,
        Default = input.Default,
        Options = Kind(input) == DispatchInputKind.Choice ? input.Options : [],
    };

    static DispatchInputKind Kind(TriggerInput input) =>
        input.Options.Count == 0 ? DispatchInputKind.String
        : input.Options.Count == 2 && input.Options.Contains("true") && input.Options.Contains("false") ? DispatchInputKind.Boolean
        : DispatchInputKind.Choice;
}
