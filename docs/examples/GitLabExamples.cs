using Harvis.Deployment.GitLab;
using Harvis.Model.Versions;

namespace Harvis.Examples;

sealed class GitLabExamples : HarvisBuild
{
    // <trigger>
    [Secret("Starts the GitLab pipeline")] readonly Secret? GitLabTriggerToken;

    [Secret("Reads commits and pipelines: scope read_api")] readonly Secret? GitLabReadToken;

    Target TriggerGitLab => _ => _
        .Description("Start the GitLab pipeline for the commit that was approved, and wait for its end")
        .Requires(GitLabTriggerToken)
        .Requires(GitLabReadToken)
        .Executes(async (run, ct) =>
        {
            var project = new GitLabProject(new Uri("https://gitlab.example/"), "acme/shop");
            using var pipelines = new GitLabPipelines(project, GitLabTriggerToken!, new GitLabReadToken.Access(GitLabReadToken!), run.Log, run.Time);
            var request = new PipelineRequest
            {
                Ref = GitRef.Parse(run.Environment.Variable("GITHUB_REF") ?? "refs/heads/main"),
                Commit = CommitId.Parse(run.Environment.Variable("GITHUB_SHA") ?? ""),
                Environment = new DeliveryEnvironment("staging"),
            };
            await new PipelineTrigger(pipelines, run.Log, run.Time).TriggerAsync(request, ct);
        });
    // </trigger>
}
