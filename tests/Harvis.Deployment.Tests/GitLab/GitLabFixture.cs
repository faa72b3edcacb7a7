using Harvis.Deployment.GitLab;
using Harvis.Model.Environments;
using Harvis.Model.Secrets;
using Harvis.Model.Versions;
using Harvis.Testing.Apis.GitLab;

namespace Harvis.Deployment.Tests.GitLab;

/// <summary>A GitLab that has a commit on main, and a clock on which nobody waits.</summary>
sealed class GitLabFixture : IAsyncDisposable
{
    public static readonly CommitId Commit = CommitId.Parse(new string('a', 40));

    public FakeGitLab Server { get; } = new();

    public ImpatientTime Time { get; } = new();

    public RecordedLog Log { get; } = new();

    public GitLabFixture()
    {
        Server.Refs["main"] = Commit.ToString();
        Server.Has(Commit.ToString());
    }

    public static PipelineRequest Request => new()
    {
        Ref = GitRef.OfBranch("main"),
        Commit = Commit,
        Environment = new DeliveryEnvironment("staging"),
        Id = "id-1",
    };

    // Time limits longer than a minute: the clock jumps over shorter ones.
    public GitLabPipelines Client(bool canRead = true, TimeSpan? answerTime = null, string readToken = FakeGitLab.ReadToken, string triggerToken = FakeGitLab.TriggerToken) => new(
        new GitLabProject(Server.Address, FakeGitLab.Project),
        new Secret("TRIGGER", triggerToken),
        canRead ? new GitLabReadToken.Access(new Secret("READ", readToken)) : null,
        Log,
        Time,
        new GitLabClientOptions { AnswerTime = answerTime ?? TimeSpan.FromMinutes(10) },
        new Random(1));

    public async Task<PipelineState> TriggerAsync(PipelineRequest? request = null, PipelineWaits? waits = null, bool canRead = true, CancellationToken? token = null)
    {
        using var client = Client(canRead);
        var trigger = new PipelineTrigger(client, Log, Time, waits ?? new PipelineWaits { CancelTime = TimeSpan.FromMinutes(10) });
        return await trigger.TriggerAsync(request ?? Request, token ?? TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
