using Harvis.Deployment.GitLab;
using Harvis.Deployment.GitLab.Errors;
using Harvis.Testing.Apis.Faults;
using Harvis.Testing.Apis.GitLab;
using Shouldly;

namespace Harvis.Deployment.Tests.GitLab;

public sealed class GitLabFaultTests : IAsyncDisposable
{
    readonly GitLabFixture _gitlab = new();

    public static TheoryData<string, ApiFault> Passing => new()
    {
        { "429", new ApiFault.Status(429) { RetryAfter = "7" } },
        { "503 with Retry-After", new ApiFault.Status(503) { RetryAfter = "7" } },
        { "500", new ApiFault.Status(500, "500 Internal Server Error") },
        { "502 after it was done", new ApiFault.Status(502) { IsDone = true } },
        { "503 after it was done", new ApiFault.Status(503) { IsDone = true } },
        { "cut before", new ApiFault.CutBefore() },
        { "cut after", new ApiFault.CutAfter() },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Create_FaultThatPasses_MakesOnePipeline(string name, ApiFault fault)
    {
        _gitlab.Server.Inject(fault, HttpMethod.Post);

        var ended = await _gitlab.TriggerAsync();

        ended.Status.Succeeded.ShouldBeTrue(name);
        _gitlab.Server.Pipelines.Count.ShouldBe(1, name);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Read_FaultThatPasses_IsTriedAgain(string name, ApiFault fault)
    {
        _gitlab.Server.Inject(fault, HttpMethod.Get, "/pipelines/");

        (await _gitlab.TriggerAsync()).Status.Succeeded.ShouldBeTrue(name);
    }

    [Fact]
    public async Task Create_OtherPipelinesOfTheRef_ArentMistakenForIt()
    {
        await _gitlab.TriggerAsync(GitLabFixture.Request with { Id = "another" });
        _gitlab.Server.Inject(new ApiFault.CutBefore(), HttpMethod.Post);

        (await _gitlab.TriggerAsync()).Id.ShouldBe(101);

        _gitlab.Server.Pipelines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Create_FailsEachTime_GivesUpAfterThreeLooks()
    {
        _gitlab.Server.Inject(new ApiFault.CutBefore(), HttpMethod.Post, times: int.MaxValue);

        await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync());

        _gitlab.Server.Count(HttpMethod.Post).ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_NobodyCanTell_IsntTriedAgainAndSaysSo(bool canRead)
    {
        _gitlab.Server.IsMaintainer = false;
        _gitlab.Server.Inject(new ApiFault.CutAfter(), HttpMethod.Post);

        var failed = await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync(waits: new PipelineWaits { ForPipeline = false }, canRead: canRead));

        Golden.Match(canRead ? "HRV6211-forbidden" : "HRV6211", failed.Message);
        _gitlab.Server.Count(HttpMethod.Post).ShouldBe(1);
    }

    [Fact]
    public async Task Read_RetryAfter_IsWaitedInFull()
    {
        _gitlab.Server.Inject(new ApiFault.Status(429) { RetryAfter = "37" }, HttpMethod.Get, times: 2);

        await _gitlab.TriggerAsync();

        _gitlab.Time.Waits.Take(2).ShouldBe([TimeSpan.FromSeconds(37), TimeSpan.FromSeconds(37)]);
    }

    [Fact]
    public async Task Read_LimitUsedUp_WaitsUntilItResets()
    {
        var reset = _gitlab.Time.GetUtcNow().AddSeconds(41).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        _gitlab.Server.Inject(new ApiFault.Status(429) { Headers = new Dictionary<string, string> { ["RateLimit-Remaining"] = "0", ["RateLimit-Reset"] = reset } }, HttpMethod.Get);

        await _gitlab.TriggerAsync();

        _gitlab.Time.Waits[0].ShouldBe(TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task Read_AskedToWaitTooLong_FailsAtOnceAndSaysHowLong()
    {
        _gitlab.Server.Inject(new ApiFault.Status(429) { RetryAfter = "3600" }, HttpMethod.Get);

        var failed = await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync());

        Golden.Match("HRV6205", failed.Message);
        failed.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        _gitlab.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("HRV6201", 503, 4)]
    [InlineData("HRV6201-422", 422, 1)]
    [InlineData("HRV6203", 401, 1)]
    [InlineData("HRV6203-forbidden", 403, 1)]
    public async Task Read_FaultThatStays_FailsAfterBoundedAttempts(string golden, int status, int attempts)
    {
        _gitlab.Server.Inject(new ApiFault.Status(status, $"{status} from\u0007 GitLab"), times: int.MaxValue);

        var failed = await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync());

        Golden.Match(golden, failed.Message);
        (failed.Attempts, _gitlab.Server.Requests.Count).ShouldBe((attempts, attempts));
    }

    [Fact]
    public async Task Create_WrongTriggerToken_Is404AndSaysWhatThatMeans()
    {
        using var client = _gitlab.Client(triggerToken: "glptt-wrong");

        Golden.Match("HRV6204", (await Should.ThrowAsync<GitLabException>(() => client.CreateAsync(GitLabFixture.Request, TestContext.Current.CancellationToken))).Message);
    }

    [Fact]
    public async Task Create_NoSuchRef_GivesGitLabsWords()
    {
        _gitlab.Server.Refs.Clear();

        (await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync())).ServerCode.ShouldBe("Reference not found");
    }

    [Fact]
    public async Task Create_AnswerIsNoJson_SaysSo()
    {
        _gitlab.Server.Inject(new ApiFault.Garbage(), HttpMethod.Post);

        Golden.Match("HRV6206", (await Should.ThrowAsync<GitLabException>(() => _gitlab.TriggerAsync())).Message);
    }

    [Fact]
    public async Task Create_NobodyListens_IsTriedAgainAndBounded()
    {
        var client = _gitlab.Client();
        await _gitlab.Server.DisposeAsync();

        var failed = await Should.ThrowAsync<GitLabException>(() => client.CreateAsync(GitLabFixture.Request, TestContext.Current.CancellationToken));

        Golden.Match("HRV6202", failed.Message);
        client.Dispose();
    }

    [Fact]
    public async Task Read_NoAnswer_EndsInTimeAfterBoundedAttempts()
    {
        _gitlab.Server.Inject(new ApiFault.Silence(), times: int.MaxValue);
        using var client = _gitlab.Client(answerTime: TimeSpan.FromSeconds(50));

        var failed = await Should.ThrowAsync<GitLabException>(() => client.HasCommitAsync(GitLabFixture.Commit, TestContext.Current.CancellationToken));

        failed.Message.ShouldContain(": no answer for 50 s after 4 attempts.");
    }

    [Fact]
    public async Task Tokens_WhateverHappens_AreInNoAddressLogOrMessage()
    {
        var said = new List<string>();
        foreach (var status in new[] { 400, 401, 403, 404, 422, 429, 500 })
        {
            await using var gitlab = new GitLabFixture();
            gitlab.Server.Inject(new ApiFault.Status(status, $"you sent {FakeGitLab.TriggerToken} and {FakeGitLab.ReadToken}"), HttpMethod.Post, times: int.MaxValue);
            said.Add((await Should.ThrowAsync<Exception>(() => gitlab.TriggerAsync())).ToString());
            said.Add(gitlab.Log.Text);
            said.AddRange(gitlab.Server.Requests.Select(request => request.Target));
            gitlab.Server.Requests.Count(request => request.Body.Contains(FakeGitLab.TriggerToken, StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        }

        said.ShouldAllBe(text => !text.Contains(FakeGitLab.TriggerToken) && !text.Contains(FakeGitLab.ReadToken));
        said.ShouldContain(text => text.Contains("you sent *** and ***"));
    }

    public ValueTask DisposeAsync() => _gitlab.DisposeAsync();
}
