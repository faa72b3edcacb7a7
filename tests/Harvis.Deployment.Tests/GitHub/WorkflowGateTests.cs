using Harvis.Deployment.GitHub.Errors;
using Harvis.Deployment.GitHub.Workflows;
using Harvis.Model.Diagnostics;
using Harvis.Testing.Apis.GitHub;
using Shouldly;

namespace Harvis.Deployment.Tests.GitHub;

public sealed class WorkflowGateTests : IAsyncDisposable
{
    readonly GitHubFixture _github = new();

    [Fact]
    public async Task Require_WorkflowHasPassed_OpensAndNamesTheNewestRun()
    {
        Add();
        Add();

        await RequireAsync();

        _github.Log.Text.ShouldBe("scan.yml has passed for cccccccc: https://github.example/acme/shop/actions/runs/2");
    }

    [Fact]
    public async Task Require_NoRunForTheCommit_RefusesWithCommitAndWorkflow()
    {
        Add(commit: new string('d', 40));

        Golden.Match("HRV6258", (await Should.ThrowAsync<DiagnosticException>(() => RequireAsync())).Message);
    }

    [Theory]
    [InlineData("failure", "push", FakeGitHub.Repository)]
    [InlineData("cancelled", "push", FakeGitHub.Repository)]
    [InlineData("success", "workflow_dispatch", FakeGitHub.Repository)]
    [InlineData("success", "push", "mallory/shop")]
    public async Task Require_RunThatDoesntCount_Refuses(string conclusion, string happened, string repository)
    {
        foreach (var ignores in new[] { false, true })
        {
            _github.Server.IgnoresFilters = ignores;
            _github.Server.Runs.Clear();
            _github.Server.Runs.Add(new FakeWorkflowRun("scan.yml", GitHubFixture.Commit.ToString(), happened, conclusion) { HeadRepository = repository });

            await Should.ThrowAsync<DiagnosticException>(() => RequireAsync());
        }
    }

    [Fact]
    public async Task Require_ServerIgnoresTheCommitFilter_Refuses()
    {
        _github.Server.IgnoresFilters = true;
        Add(commit: new string('d', 40));

        await Should.ThrowAsync<DiagnosticException>(() => RequireAsync());
    }

    [Fact]
    public async Task Require_OtherEventAllowed_Opens()
    {
        Add(happened: "pull_request");

        await RequireAsync("push", "pull_request");
    }

    [Fact]
    public async Task Require_NoSuchWorkflow_IsAnErrorAndDoesntOpen() => await Should.ThrowAsync<GitHubException>(() => RequireAsync());

    void Add(string? commit = null, string happened = "push") => _github.Server.Runs.Add(new FakeWorkflowRun("scan.yml", commit ?? GitHubFixture.Commit.ToString(), happened));

    async Task RequireAsync(params string[] events)
    {
        using var api = _github.Api();
        var gate = new PassedWorkflow(new WorkflowRuns(api, _github.Repository), _github.Log);
        await gate.RequireAsync("scan.yml", GitHubFixture.Commit, events, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _github.DisposeAsync();
}
