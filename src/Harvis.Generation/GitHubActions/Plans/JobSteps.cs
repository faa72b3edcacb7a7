using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>The steps of a job: the code, what the build needs, what other jobs left, the build, what this job leaves.</summary>
sealed class JobSteps
{
    readonly GitHubWorkflowOptions _options;
    readonly PinnedActions _actions;
    readonly ArtifactSteps _artifacts;
    readonly CacheSteps _caches;
    readonly BuildStep _build;

    /// <summary>For the jobs of a plan.</summary>
    public JobSteps(CiPlan plan, GitHubWorkflowOptions options, Findings findings)
    {
        _options = options;
        _actions = new PinnedActions(options.Pins, findings);
        _artifacts = new ArtifactSteps(plan, options, _actions);
        _caches = new CacheSteps(_actions);
        _build = new BuildStep(plan, options);
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<WorkflowStep> Of(CiJob job, bool onWindows) =>
    [
        Checkout(job), .. _options.Setup.Select(Added), .. _caches.Of(job), .. _artifacts.Downloads(job), .. ServiceNames(job), .. Added(job, StepPlace.BeforeRun),
        _build.Of(job, onWindows),
        .. Added(job, StepPlace.AfterRun), .. _artifacts.Uploads(job),
    ];

    UsesStep Checkout(CiJob job)
    {
        IReadOnlyList<(string, YamlNode)> history = job.NeedsHistory ? [("fetch-depth", 0)] : [];
        return _actions.Step("actions/checkout") with { Inputs = [("persist-credentials", false), .. history] };
    }

    // The steps run on the machine itself, which reaches a service's ports but doesn't know its name. Names are DNS labels.
    static IEnumerable<WorkflowStep> ServiceNames(CiJob job)
    {
        if (job.Services.Count == 0) yield break;
        var names = string.Join(' ', job.Services.Select(service => service.Name));
        yield return new RunStep($"echo '127.0.0.1 {names}' | sudo tee --append /etc/hosts") { Name = "Services answer under their names", Shell = "bash" };
    }

    IEnumerable<WorkflowStep> Added(CiJob job, StepPlace place) => job.Extensions.OfType<ActionStep>().Where(step => step.Place == place).Select(Added);

    WorkflowStep Added(ActionStep step) => _actions.Step(step.Action) with
    {
        Name = step.Name is null ? null : (Expressions.Template)step.Name,
        Id = step.Id,
        If = step.If,
        Inputs = [.. step.Inputs.Select(input => (input.Name, (YamlNode)new YamlText(input.Value.ToString())))],
        Variables = step.Variables,
    };
}
