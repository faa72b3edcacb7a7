using System.Globalization;
using Harvis.Deployment.GitHub;
using Harvis.Deployment.GitHub.Errors;
using Harvis.Deployment.GitHub.Workflows;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;
using Harvis.Testing.Apis.Faults;
using Harvis.Testing.Apis.GitHub;
using Harvis.Testing.Environments;
using Shouldly;

namespace Harvis.Deployment.Tests.GitHub;

public sealed class GitHubFaultTests : IAsyncDisposable
{
    readonly GitHubFixture _github = new();

    public GitHubFaultTests() => _github.Server.Runs.Add(new FakeWorkflowRun("scan.yml", GitHubFixture.Commit.ToString()));

    [Theory]
    [InlineData("HRV6250", 503, 4)]
    [InlineData("HRV6250-422", 422, 1)]
    [InlineData("HRV6252", 401, 1)]
    [InlineData("HRV6252-forbidden", 403, 1)]
    public async Task Read_FaultThatStays_FailsAfterBoundedAttempts(string golden, int status, int attempts)
    {
        _github.Server.Inject(new ApiFault.Status(status, $"{status} from\u0007 GitHub"), times: int.MaxValue);

        var failed = await Should.ThrowAsync<GitHubException>(() => AskAsync());

        Golden.Match(golden, failed.Message);
        (failed.Attempts, _github.Server.Requests.Count).ShouldBe((attempts, attempts));
    }

    [Fact]
    public async Task Read_PrimaryLimitUsedUp_WaitsUntilItResets()
    {
        _github.Server.Inject(Limit(45), HttpMethod.Get);

        await AskAsync();

        _github.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_PrimaryLimitResetsMuchLater_FailsAtOnceAndSaysWhen()
    {
        _github.Server.Inject(Limit(1800), HttpMethod.Get);

        var failed = await Should.ThrowAsync<GitHubException>(() => AskAsync());

        Golden.Match("HRV6254", failed.Message);
        _github.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_SecondaryLimit_WaitsAsLongAsItAsks()
    {
        _github.Server.Inject(new ApiFault.Status(403, "secondary rate limit") { RetryAfter = "33" }, HttpMethod.Get);

        await AskAsync();

        _github.Time.Waits[0].ShouldBe(TimeSpan.FromSeconds(33));
    }

    [Fact]
    public async Task Read_ConnectionCutOnce_IsTriedAgain()
    {
        _github.Server.Inject(new ApiFault.CutAfter(), HttpMethod.Get);

        (await AskAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Read_NoAnswer_EndsInTimeAfterBoundedAttempts()
    {
        _github.Server.Inject(new ApiFault.Silence(), times: int.MaxValue);

        var failed = await Should.ThrowAsync<GitHubException>(() => AskAsync(answerTime: TimeSpan.FromSeconds(50)));

        failed.Message.ShouldContain(": no answer for 50 s after 4 attempts.");
    }

    [Fact]
    public async Task Read_NobodyListens_IsBounded()
    {
        var address = _github.Repository;
        await _github.Server.DisposeAsync();

        var failed = await Should.ThrowAsync<GitHubException>(() => AskAsync());

        Golden.Match("HRV6251", failed.Message);
        address.Api.AbsolutePath.ShouldBe("/api/v3/");
    }

    [Fact]
    public async Task Read_AnswerIsNoJson_SaysSo()
    {
        _github.Server.Inject(new ApiFault.Garbage(), HttpMethod.Get);

        Golden.Match("HRV6255", (await Should.ThrowAsync<GitHubException>(() => AskAsync())).Message);
    }

    [Fact]
    public async Task Read_Cancelled_EndsTheRequest()
    {
        using var stop = new CancellationTokenSource();
        _github.Server.Inject(new ApiFault.Status(503) { RetryAfter = "120" }, HttpMethod.Get);
        _github.Log.Written = _ => stop.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => AskAsync(token: stop.Token));

        _github.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Token_WhateverHappens_IsInNoAddressLogOrMessage()
    {
        var said = new List<string>();
        foreach (var status in new[] { 400, 401, 403, 404, 409, 422, 429, 500 })
        {
            await using var github = new GitHubFixture();
            github.Server.Inject(new ApiFault.Status(status, $"you sent {FakeGitHub.Token}"), times: int.MaxValue);
            said.Add((await Should.ThrowAsync<GitHubException>(() => github.TrackAsync(_ => Task.CompletedTask))).Message);
            said.Add(github.Log.Text);
            said.AddRange(github.Server.Requests.Select(request => request.Target));
            github.Server.Requests.ShouldAllBe(request => request.Headers["Authorization"].EndsWith(FakeGitHub.Token));
        }

        said.ShouldAllBe(text => !text.Contains(FakeGitHub.Token));
        said.ShouldContain(text => text.Contains("you sent ***"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("shop", null)]
    [InlineData("acme/..", null)]
    [InlineData("acme/shop/x", null)]
    [InlineData("acme/shop", "ftp://x")]
    [InlineData("acme/shop", "https://me:pass@x/")]
    public void FromEnvironment_NoRepository_IsRefused(string? repository, string? api)
    {
        var environment = new FakeEnvironment().With("GITHUB_REPOSITORY", repository).With("GITHUB_API_URL", api);

        Should.Throw<DiagnosticException>(() => GitHubRepository.FromEnvironment(environment)).Diagnostics[0].Code.ShouldBe(GitHubCodes.NoRepository);
    }

    [Fact]
    public void FromEnvironment_NothingSet_SaysWhatToSet() =>
        Golden.Match("HRV6259", Should.Throw<DiagnosticException>(() => GitHubRepository.FromEnvironment(new FakeEnvironment())).Message);

    [Fact]
    public void Api_PlainHttpElsewhere_IsRefused() =>
        Golden.Match("HRV6256", Should.Throw<DiagnosticException>(() => new GitHubApi(new Uri("http://github.example/api/v3/"), new Secret("T", "token"), _github.Log, _github.Time)).Message);

    async Task<IReadOnlyList<Uri>> AskAsync(TimeSpan? answerTime = null, CancellationToken? token = null)
    {
        using var api = _github.Api(answerTime: answerTime);
        return await new WorkflowRuns(api, _github.Repository).SuccessfulAsync("scan.yml", GitHubFixture.Commit, ["push"], token ?? TestContext.Current.CancellationToken);
    }

    ApiFault.Status Limit(int seconds) => new(403, "API rate limit exceeded")
    {
        Headers = new Dictionary<string, string>
        {
            ["x-ratelimit-remaining"] = "0",
            ["x-ratelimit-reset"] = _github.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        },
    };

    public ValueTask DisposeAsync() => _github.DisposeAsync();
}
