using Harvis.Deployment.GitHub.Deployments;
using Harvis.Deployment.GitHub.Errors;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Harvis.Testing.Apis.Faults;
using Harvis.Testing.Apis.GitHub;
using Shouldly;

namespace Harvis.Deployment.Tests.GitHub;

public sealed class DeploymentTrackingTests : IAsyncDisposable
{
    readonly GitHubFixture _github = new();

    [Fact]
    public async Task Track_WorkSucceeds_OpensAndClosesADeploymentOfTheCommit()
    {
        await _github.TrackAsync(_ =>
        {
            States().ShouldBe(["in_progress"]);
            return Task.CompletedTask;
        });

        var deployment = _github.Server.Deployments.ShouldHaveSingleItem();
        (deployment.Commit, deployment.Environment).ShouldBe((GitHubFixture.Commit.ToString(), "staging"));
        States().ShouldBe(["in_progress", "success"]);
        deployment.Statuses.ShouldAllBe(status => status.EnvironmentUrl == "https://staging.example/" && status.LogUrl == "https://github.example/acme/shop/actions/runs/42");
        var body = _github.Server.Requests[0].Body;
        body.ShouldContain("\"auto_merge\":false");
        body.ShouldContain("\"required_contexts\":[]");
    }

    [Fact]
    public async Task Track_WorkFails_ClosesAsFailureWithoutItsTextAndThrowsIt()
    {
        var failed = await Should.ThrowAsync<InvalidOperationException>(() => _github.TrackAsync(_ => throw new InvalidOperationException("the password is hunter2")));

        failed.Message.ShouldBe("the password is hunter2");
        States().ShouldBe(["in_progress", "failure"]);
        _github.Server.Deployments[0].Statuses[^1].Description.ShouldBe("Failed");
    }

    [Fact]
    public async Task Track_WorkFailsWithADiagnostic_TellsItsCode()
    {
        var refusal = new DiagnosticException(new Diagnostic(DeploymentCodes.NotHealthy, "secret text"));

        await Should.ThrowAsync<DiagnosticException>(() => _github.TrackAsync(_ => throw refusal));

        _github.Server.Deployments[0].Statuses[^1].Description.ShouldBe("Failed: HRV6102");
    }

    [Fact]
    public async Task Track_RunIsCancelled_ClosesAsErrorAllTheSame()
    {
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => _github.TrackAsync(
            async ct =>
            {
                await stop.CancelAsync();
                ct.ThrowIfCancellationRequested();
            },
            stop.Token));

        States().ShouldBe(["in_progress", "error"]);
    }

    [Fact]
    public async Task Track_NothingToDeliver_ClosesAsInactive()
    {
        using var api = _github.Api();
        var deployments = new GitHubDeployments(api, _github.Repository, _github.Log);

        await deployments.TrackAsync(
            GitHubFixture.Request, _github.Run(Permission.WriteDeployments), _ => Task.FromResult(new DeploymentUpdate(DeploymentStep.Inactive, new string('x', 200))), TestContext.Current.CancellationToken);

        States().ShouldBe(["in_progress", "inactive"]);
        _github.Server.Deployments[0].Statuses[^1].Description.Length.ShouldBe(DeploymentUpdate.MaxDescriptionChars);
    }

    [Fact]
    public async Task Track_PermissionNotDeclared_IsRefusedBeforeAnythingIsDone()
    {
        var worked = false;

        var refused = await Should.ThrowAsync<DiagnosticException>(() => _github.TrackAsync(
            _ =>
            {
                worked = true;
                return Task.CompletedTask;
            },
            permissions: Permission.WriteCode));

        Golden.Match("HRV6257", refused.Message);
        worked.ShouldBeFalse();
        _github.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Track_CantBeOpened_DoesNoWork()
    {
        _github.Server.Inject(new ApiFault.Status(403, "Resource not accessible by integration"), HttpMethod.Post);

        await Should.ThrowAsync<GitHubException>(() => _github.TrackAsync(_ => throw new InvalidOperationException("It was begun.")));
    }

    [Fact]
    public async Task Track_CantBeClosedAfterSuccess_Fails()
    {
        var failed = await Should.ThrowAsync<GitHubException>(() => _github.TrackAsync(_ =>
        {
            _github.Server.Inject(new ApiFault.Status(404, "Not Found"), HttpMethod.Post, "/statuses", int.MaxValue);
            return Task.CompletedTask;
        }));

        Golden.Match("HRV6253", failed.Message);
    }

    [Fact]
    public async Task Track_CantBeClosedAfterFailure_ThrowsTheWorksFailureAndWarns()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _github.TrackAsync(_ =>
        {
            _github.Server.Inject(new ApiFault.Status(404, "Not Found"), HttpMethod.Post, "/statuses", int.MaxValue);
            throw new InvalidOperationException("work");
        }));

        _github.Log.Text.ShouldContain("Warning: GitHub deployment 500 stays open: POST ");
    }

    public static TheoryData<string, ApiFault> Passing => new()
    {
        { "429", new ApiFault.Status(429) { RetryAfter = "7" } },
        { "secondary limit", new ApiFault.Status(403, "You have exceeded a secondary rate limit.") { RetryAfter = "7" } },
        { "500", new ApiFault.Status(500) },
        { "502 after it was done", new ApiFault.Status(502) { IsDone = true } },
        { "503", new ApiFault.Status(503) { RetryAfter = "1" } },
        { "cut before", new ApiFault.CutBefore() },
        { "cut after", new ApiFault.CutAfter() },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Open_FaultThatPasses_OpensOneDeployment(string name, ApiFault fault)
    {
        _github.Server.Inject(fault, HttpMethod.Post, "/deployments");

        await _github.TrackAsync(_ => Task.CompletedTask);

        _github.Server.Deployments.Count.ShouldBe(1, name);
        States().ShouldBe(["in_progress", "success"], name);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Close_FaultThatPasses_IsTriedAgain(string name, ApiFault fault)
    {
        await _github.TrackAsync(_ =>
        {
            _github.Server.Inject(fault, HttpMethod.Post, "/statuses");
            return Task.CompletedTask;
        });

        States()[^1].ShouldBe("success", name);
    }

    [Fact]
    public async Task Open_NobodyCanTell_IsntTriedAgainAndSaysSo()
    {
        _github.Server.Inject(new ApiFault.CutAfter(), HttpMethod.Post);
        _github.Server.Inject(new ApiFault.Status(403, "Forbidden"), HttpMethod.Get);

        var failed = await Should.ThrowAsync<GitHubException>(() => _github.TrackAsync(_ => Task.CompletedTask));

        Golden.Match("HRV6260", failed.Message);
        _github.Server.Deployments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Open_LookingBringsAnotherPage_IsntTakenForNothingFound()
    {
        _github.Server.Inject(new ApiFault.CutAfter(), HttpMethod.Post);
        _github.Server.Inject(new ApiFault.Garbage(), HttpMethod.Get);

        (await Should.ThrowAsync<GitHubException>(() => _github.TrackAsync(_ => Task.CompletedTask))).Code.Number.ShouldBe(6260);

        _github.Server.Deployments.Count.ShouldBe(1);
    }

    IReadOnlyList<string> States() => [.. _github.Server.Deployments.Single().Statuses.Select(status => status.State)];

    public ValueTask DisposeAsync() => _github.DisposeAsync();
}
