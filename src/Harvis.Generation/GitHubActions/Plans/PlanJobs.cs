using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Names;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>The jobs of a plan, and the workflows that it calls, as jobs of a workflow.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">What only GitHub has.</param>
/// <param name="findings">Takes what can't be said.</param>
sealed class PlanJobs(CiPlan plan, GitHubWorkflowOptions options, Findings findings)
{
    readonly JobSteps _steps = new(plan, options, findings);
    readonly RunnerLabels _labels = new(options, findings);
    readonly IReadOnlyDictionary<string, Expression?> _conditions = new JobConditions(plan, PlannedJob.All(plan, options), findings).All();

    /// <summary>The jobs, in the plan's order; called workflows last.</summary>
    public IReadOnlyList<WorkflowJob> All() => [.. plan.Jobs.Select(Job), .. options.Calls.Select(Call)];

    WorkflowJob Job(CiJob job)
    {
        var runner = job.Runner ?? options.DefaultRunner;
        return new RunnerJob
        {
            Id = job.Id,
            Name = job.Legs.Count == 0 ? job.Title : Template.Of(job.Title, " (", Expression.Of("matrix.item"), ")"),
            Needs = job.Needs,
            If = _conditions[job.Id],
            Permissions = PermissionWords.Of(job.Permissions),
            Concurrency = Group(job) is { } group ? new WorkflowConcurrency(group, null) : null,
            Strategy = Strategy(job),
            RunsOn = _labels.Of(runner),
            TimeoutMinutes = Math.Max(1, (int)Math.Ceiling(job.Timeout.TotalMinutes)),
            Environment = Environment(job),
            Outputs = [.. job.HandsOver.Select(Output)],
            Services = [.. job.Services.Select(Service)],
            Steps = _steps.Of(job, RunnerLabels.IsWindows(runner)),
            Parts = [.. job.Extensions.OfType<GitHubJobPart>().Select(part => part.Part)],
        };
    }

    CalledJob Call(CalledWorkflow call) => new()
    {
        Id = call.Id,
        Name = call.Title ?? call.Id,
        Needs = call.Needs,
        If = _conditions[call.Id],
        Permissions = PermissionWords.Of(call.Permissions),
        Uses = call.Workflow,
        Inputs = call.Inputs,
        Secrets = [.. call.Secrets.Select(ParameterName.Variable).Select(name => (name, (Template)new Expression.Value(["secrets", name])))],
    };

    // An environment is changed by one job at a time, and never left half-way by another's start.
    static string? Group(CiJob job) => job.ConcurrencyGroup ?? (job.Environment is { } environment ? $"environment-{environment.Name}" : null);

    JobStrategy? Strategy(CiJob job)
    {
        if (job.Legs.Count == 0) return null;
        if (job.Legs.Count > JobStrategy.MaxRuns)
            findings.Add(new Diagnostic(GitHubCodes.MatrixTooLarge, $"Job \"{job.Id}\" has {job.Legs.Count} legs; GitHub takes {JobStrategy.MaxRuns}.", "Divide the items between several targets, or run them as one job with IsOneJob."));
        return new JobStrategy { Include = [.. job.Legs.Select(leg => new[] { ("item", (Template)leg.Item), (BuildStep.Node, leg.Node) })] };
    }

    JobEnvironment? Environment(CiJob job)
    {
        if (job.Environment is not { } environment) return job.Secrets.Except(options.JobTokens).Any() ? new JobEnvironment(options.SecretsEnvironment) : null;
        return new JobEnvironment(environment.Name) { Url = options.EnvironmentUrls.TryGetValue(environment.Name, out var url) ? (Template)url.AbsoluteUri : null };
    }

    static (string Name, Template Value) Output(string node) =>
        (CiName.Of(node), new Expression.Value(["steps", BuildStep.Id, "outputs", CiName.Of(node)]));

    static (string Name, JobContainer Container) Service(CiService service) => (service.Name, new JobContainer(service.Image.ToString())
    {
        Variables = [.. service.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => (variable.Key, (Template)variable.Value))],
        Ports = service.Ports,
    });
}
