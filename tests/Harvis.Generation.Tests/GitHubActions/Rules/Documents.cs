using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Generation.Yaml;
using Harvis.Model.Versions;

namespace Harvis.Generation.Tests.GitHubActions.Rules;

/// <summary>A workflow that breaks no rule, and ways to break one.</summary>
static class Documents
{
    public static readonly UsesStep Checkout = Uses("actions/checkout") with { Inputs = [("persist-credentials", false)] };

    public static readonly RunnerJob Job = new()
    {
        Id = "build",
        RunsOn = ["ubuntu-24.04"],
        Permissions = new WorkflowPermissions([new PermissionGrant("contents", false)]),
        Steps = [Checkout, new RunStep("./build.sh Compile --only") { Variables = [("NODE", Expression.Of("matrix.node"))] }],
    };

    public static readonly Workflow Good = new()
    {
        Name = "Good",
        Triggers = [new WorkflowTrigger.Push { Branches = new NameFilter(["main"]) }, new WorkflowTrigger.PullRequest()],
        Permissions = WorkflowPermissions.None,
        Concurrency = new WorkflowConcurrency("good", new Expression.Truth(true)),
        Jobs = [Job],
    };

    public static UsesStep Uses(string action, char digit = '1', string version = "v1.0.0") =>
        new(new StepAction.Pinned(new ActionPin(action, CommitId.Parse(new string(digit, 40)), version)));

    public static Workflow With(params WorkflowStep[] steps) => Good with { Jobs = [Job with { Steps = [.. Job.Steps, .. steps] }] };

    public static Workflow With(Func<RunnerJob, WorkflowJob> change) => Good with { Jobs = [change(Job)] };

    public static Workflow On(params WorkflowTrigger[] triggers) => Good with { Triggers = triggers };

    public static Workflow WithPart(params IEnumerable<(string, YamlNode?)> entries) => With(job => job with { Parts = [YamlMap.Of(entries)] });

    public static YamlMap Step(params IEnumerable<(string, YamlNode?)> entries) => YamlMap.Of(("steps", new YamlList([YamlMap.Of(entries)])));
}
