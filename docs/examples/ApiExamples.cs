using Harvis.Deployment.GitLab;
using Harvis.Model.Versions;
using Harvis.Testing.Apis.Faults;
using Harvis.Testing.Apis.GitLab;

namespace Harvis.Examples;

static class ApiExamples
{
    // <fake>
    static async Task APipelineIsMadeOnceThoughTheAnswerIsLost(IRunLog log, CancellationToken cancellationToken)
    {
        await using var gitlab = new FakeGitLab();
        gitlab.Refs["main"] = new string('a', 40);
        gitlab.Inject(new ApiFault.CutAfter(), HttpMethod.Post, "/trigger/pipeline");
        var project = new GitLabProject(gitlab.Address, FakeGitLab.Project);
        var read = new GitLabReadToken.Access(new Secret("READ", FakeGitLab.ReadToken));
        using var pipelines = new GitLabPipelines(project, new Secret("TRIGGER", FakeGitLab.TriggerToken), read, log, TimeProvider.System);

        await pipelines.CreateAsync(new PipelineRequest { Ref = GitRef.OfBranch("main"), Commit = CommitId.Parse(new string('a', 40)) }, cancellationToken);
        if (gitlab.Pipelines.Count != 1) throw new InvalidOperationException("It was made twice.");
    }
    // </fake>
}
