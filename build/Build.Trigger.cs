using Harvis.Deployment.GitHub;
using Harvis.Deployment.GitHub.Deployments;
using Harvis.Deployment.GitHub.Workflows;
using Harvis.Deployment.GitLab;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;
using Harvis.Model.Versions;

namespace Harvis.Build;

sealed partial class Build
{
    [Parameter("Where GitLab is")]
    readonly string GitLabServer = "https://gitlab.com/";

    [Parameter("The GitLab project that builds: its number or group/name")]
    readonly string? GitLabProject;

    [Secret("Starts the GitLab pipeline: a pipeline trigger token")]
    readonly Secret? GitLabTriggerToken;

    [Secret("Reads commits and pipelines in GitLab: an access token with the scope read_api")]
    readonly Secret? GitLabReadToken;

    [Secret("Opens and closes deployments in GitHub, and reads workflow runs")]
    readonly Secret? GitHubToken;

    Target TriggerGitLab => _ => _
        .Description("Have GitLab build and deliver exactly this commit, wait for it, and show it as a GitHub deployment")
        .Stage(Stages.Deploy)
        .DependsOn(CheckGenerated)
        .On(Trigger.Called, Trigger.ManualWith(new TriggerInput(nameof(Environment), "Where to deliver to") { Default = HarvisAi.Staging.Name, Options = [HarvisAi.Staging.Name, HarvisAi.Production.Name] }))
        .Permissions(Permission.WriteDeployments, Permission.ReadWorkflowRuns)
        .Secrets(nameof(GitLabTriggerToken), nameof(GitLabReadToken), nameof(GitHubToken))
        .Requires(() => GitLabProject)
        .Requires(() => GitLabTriggerToken)
        .Requires(() => GitLabReadToken)
        .Requires(() => GitHubToken)
        .Timeout(TimeSpan.FromMinutes(75))
        .Executes(TriggerAsync);

    async Task TriggerAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var gitRef = await RefAsync(run, cancellationToken);
        var commit = CommitId.Parse(await GitAsync(run, cancellationToken, "rev-parse", "HEAD"));
        var environment = EnvironmentOf(gitRef, run);
        var repository = GitHubRepository.FromEnvironment(run.Environment);
        using var github = new GitHubApi(repository.Api, GitHubToken!, run.Log, run.Time);
        if (IsByHand(run)) await new PassedWorkflow(new WorkflowRuns(github, repository), run.Log).RequireAsync(ScanWorkflow, commit, ["push", "workflow_dispatch"], cancellationToken);

        using var pipelines = new GitLabPipelines(new GitLabProject(new Uri(GitLabServer), GitLabProject!), GitLabTriggerToken!, new GitLabReadToken.Access(GitLabReadToken!), run.Log, run.Time);
        var request = new PipelineRequest { Ref = gitRef, Commit = commit, Environment = environment, Event = gitRef.Tag is null ? "push" : "tag" };
        await new GitHubDeployments(github, repository, run.Log).TrackAsync(
            new DeploymentRequest { Commit = commit, Environment = environment, IsProduction = environment == HarvisAi.Production },
            run,
            ct => new PipelineTrigger(pipelines, run.Log, run.Time).TriggerAsync(request, ct),
            cancellationToken);
    }

    // A branch is delivered to staging, a release to production; by hand it is the same, for a ref that a person chose.
    DeliveryEnvironment EnvironmentOf(GitRef gitRef, TargetRun run)
    {
        var environment = gitRef.ReleaseVersion is null ? HarvisAi.Staging : HarvisAi.Production;
        if (!IsByHand(run) || Environment == environment) return environment;
        throw new DiagnosticException(new Diagnostic(
            BuildCodes.WrongRef,
            $"{gitRef} is delivered to {environment.Name}, not to {Environment.Name}.",
            Environment == HarvisAi.Production ? "Start it for a release tag such as v1.2.3." : "Start it for the main branch."));
    }

    static bool IsByHand(TargetRun run) => run.Environment.Variable("GITHUB_EVENT_NAME") == "workflow_dispatch";
}
