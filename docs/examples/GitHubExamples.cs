using Harvis.Deployment.GitHub;
using Harvis.Deployment.GitHub.Deployments;
using Harvis.Deployment.GitHub.Releases;
using Harvis.Deployment.GitHub.Workflows;
using Harvis.Model.Versions;

namespace Harvis.Examples;

sealed class GitHubExamples : HarvisBuild
{
    // <deployment>
    [Secret("The token of the workflow's job")] readonly Secret? GitHubToken;

    Target Deliver => _ => _
        .Permissions(Permission.WriteDeployments)
        .Requires(GitHubToken)
        .Executes(async (run, ct) =>
        {
            var repository = GitHubRepository.FromEnvironment(run.Environment);
            using var api = new GitHubApi(repository.Api, GitHubToken!, run.Log, run.Time);
            var request = new DeploymentRequest
            {
                Commit = CommitId.Parse(run.Environment.Variable("GITHUB_SHA") ?? ""),
                Environment = new DeliveryEnvironment("staging"),
                EnvironmentUrl = new Uri("https://staging.example/"),
            };
            await new GitHubDeployments(api, repository, run.Log).TrackAsync(request, run, token => RolloutAsync(run, token), ct);
        });
    // </deployment>

    // <gate>
    static async Task OnlyScannedAsync(GitHubApi api, GitHubRepository repository, CommitId commit, TargetRun run, CancellationToken cancellationToken)
    {
        var gate = new PassedWorkflow(new WorkflowRuns(api, repository), run.Log);
        await gate.RequireAsync("scan.yml", commit, ["push"], cancellationToken);
    }
    // </gate>

    // <releases>
    static async Task<string> NewestPinAsync(IActionReleases releases, CancellationToken cancellationToken)
    {
        var action = GitHubRepository.Parse("actions/checkout");
        var tag = await releases.NewestTagAsync(action, cancellationToken);
        return $"{action}@{await releases.CommitOfAsync(action, tag, cancellationToken)} # {tag}";
    }
    // </releases>

    static Task RolloutAsync(TargetRun run, CancellationToken cancellationToken)
    {
        run.Log.Info("Rolled out.");
        return Task.Delay(TimeSpan.Zero, run.Time, cancellationToken);
    }
}
