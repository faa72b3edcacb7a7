using Harvis.Deployment.GitHub;
using Harvis.Deployment.GitHub.Deployments;
using Harvis.Engine.Dsl;
using Harvis.Engine.Running;
using Harvis.Model.Environments;
using Harvis.Model.Secrets;
using Harvis.Model.Targets;
using Harvis.Model.Versions;
using Harvis.Testing.Apis.GitHub;
using Harvis.Testing.Environments;
using Harvis.Testing.Processes;

namespace Harvis.Deployment.Tests.GitHub;

/// <summary>A GitHub Enterprise server, a run of a target that may open deployments, and a clock on which nobody waits.</summary>
sealed class GitHubFixture : IAsyncDisposable
{
    public static readonly CommitId Commit = CommitId.Parse(new string('c', 40));

    public FakeGitHub Server { get; } = new();

    public ImpatientTime Time { get; } = new();

    public RecordedLog Log { get; } = new();

    public FakeEnvironment Environment => new FakeEnvironment()
        .With("GITHUB_REPOSITORY", FakeGitHub.Repository)
        .With("GITHUB_API_URL", Server.Api.ToString().TrimEnd('/'))
        .With("GITHUB_SERVER_URL", "https://github.example")
        .With("GITHUB_RUN_ID", "42");

    public GitHubRepository Repository => GitHubRepository.FromEnvironment(Environment);

    public static DeploymentRequest Request => new()
    {
        Commit = Commit,
        Environment = new DeliveryEnvironment("staging"),
        EnvironmentUrl = new Uri("https://staging.example/"),
        Id = "id-1",
    };

    // Time limits longer than a minute: the clock jumps over shorter ones.
    public GitHubApi Api(string token = FakeGitHub.Token, TimeSpan? answerTime = null) =>
        new(Repository.Api, new Secret("GITHUB_TOKEN", token), Log, Time, new GitHubClientOptions { AnswerTime = answerTime ?? TimeSpan.FromMinutes(10) }, new Random(1));

    public TargetRun Run(params Permission[] permissions)
    {
        var node = new TargetNode { Name = "Deploy", Target = "Deploy", Permissions = permissions };
        var services = new RunServices
        {
            Root = "/nowhere",
            Temporary = "/nowhere/.nuke/temp",
            Time = Time,
            Environment = Environment,
            Options = new RunOptions { CleanupTime = TimeSpan.FromMinutes(10) },
        };
        return new TargetRun(node, new TargetGraph([node]), Log, new FakeProcessRunner(), services, new ResultStore(text => text));
    }

    public async Task TrackAsync(Func<CancellationToken, Task> work, CancellationToken? token = null, params Permission[] permissions)
    {
        using var api = Api();
        var deployments = new GitHubDeployments(api, Repository, Log);
        await deployments.TrackAsync(Request, Run(permissions.Length > 0 ? permissions : [Permission.WriteDeployments]), work, token ?? TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
