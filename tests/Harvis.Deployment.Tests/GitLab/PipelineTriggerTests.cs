using Harvis.Deployment.GitLab;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;
using Harvis.Testing.Apis.GitLab;
using Shouldly;

namespace Harvis.Deployment.Tests.GitLab;

public sealed class PipelineTriggerTests : IAsyncDisposable
{
    readonly GitLabFixture _gitlab = new();

    [Fact]
    public async Task Trigger_ApprovedCommit_TellsTheJobsWhatToBuildAndWaitsForTheEnd()
    {
        var ended = await _gitlab.TriggerAsync(GitLabFixture.Request with { Variables = new Dictionary<string, string> { ["NOTE"] = "a'b\"c\n${{ d }} $(e) & é" } });

        ended.Status.Succeeded.ShouldBeTrue();
        var pipeline = _gitlab.Server.Pipelines.ShouldHaveSingleItem();
        pipeline.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}").ShouldBe(
        [
            $"HARVIS_COMMIT={GitLabFixture.Commit}", "HARVIS_ENVIRONMENT=staging", "HARVIS_EVENT=push", "HARVIS_REF=refs/heads/main", "HARVIS_TRIGGER_ID=id-1", "NOTE=a'b\"c\n${{ d }} $(e) & é",
        ]);
        Golden.Match("gitlab-success", _gitlab.Log.Text);
    }

    [Fact]
    public async Task Trigger_TagRef_IsTriggeredByItsName()
    {
        _gitlab.Server.Refs["v1.2.3"] = GitLabFixture.Commit.ToString();

        await _gitlab.TriggerAsync(GitLabFixture.Request with { Ref = GitRef.OfTag("v1.2.3"), Event = "tag" });

        _gitlab.Server.Pipelines[0].Ref.ShouldBe("v1.2.3");
        _gitlab.Server.Pipelines[0].Variables["HARVIS_REF"].ShouldBe("refs/tags/v1.2.3");
    }

    [Fact]
    public async Task Trigger_BranchMovedOn_StillTellsTheApprovedCommitAndWarns()
    {
        _gitlab.Server.Refs["main"] = new string('b', 40);

        await _gitlab.TriggerAsync();

        _gitlab.Server.Pipelines[0].Variables["HARVIS_COMMIT"].ShouldBe(GitLabFixture.Commit.ToString());
        _gitlab.Log.Text.ShouldContain($"Warning: GitLab runs the pipeline file of {new string('b', 40)}");
    }

    [Fact]
    public async Task Trigger_MirrorIsLate_WaitsForTheCommitFirst()
    {
        _gitlab.Server.Has(GitLabFixture.Commit.ToString(), afterLooks: 3);

        await _gitlab.TriggerAsync();

        _gitlab.Server.Requests.Take(5).Select(request => request.Method).ShouldBe(["GET", "GET", "GET", "GET", "POST"]);
        _gitlab.Time.Waits.Take(3).ShouldAllBe(wait => wait == TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Trigger_CommitNeverComes_FailsInTimeWithoutTriggering()
    {
        _gitlab.Server.Has(GitLabFixture.Commit.ToString(), afterLooks: int.MaxValue);

        var failed = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync());

        Golden.Match("HRV6208", failed.Message);
        _gitlab.Server.Count(HttpMethod.Get).ShouldBe(61);
        _gitlab.Server.Pipelines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trigger_PipelineFails_NamesTheJobsThatMayNot()
    {
        _gitlab.Server.Course = ["running", "failed"];
        _gitlab.Server.FailedJobs = new Dictionary<string, bool> { ["deploy"] = false, ["lint"] = true, ["push: [node1]"] = false };

        var failed = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync());

        Golden.Match("HRV6209", failed.Message);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("skipped")]
    public async Task Trigger_PipelineEndsOtherwise_IsAFailure(string status)
    {
        _gitlab.Server.Course = ["created", "waiting_for_resource", "preparing", "scheduled", "a_new_word", status];

        var failed = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync());

        failed.Diagnostics[0].Message.ShouldStartWith($"Pipeline 100 ended as {status}: https://gitlab.example/");
        _gitlab.Log.Text.ShouldContain("Pipeline 100 is a_new_word.");
    }

    [Fact]
    public async Task Trigger_PipelineNeverEnds_FailsInTimeAndSaysThatItGoesOn()
    {
        _gitlab.Server.Course = ["running", "manual"];

        var failed = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync(waits: new PipelineWaits { PipelineTime = TimeSpan.FromMinutes(1) }));

        Golden.Match("HRV6210", failed.Message);
        failed.IsTransient.ShouldBeFalse();
        _gitlab.Log.Text.ShouldContain("Pipeline 100 is manual and waits for a person: https://gitlab.example/group/app/-/pipelines/100.");
        _gitlab.Server.Pipelines[0].Status.ShouldBe("manual");
    }

    [Theory]
    [InlineData(true, "canceled", "Pipeline 100 was cancelled.")]
    [InlineData(false, "running", "Warning: Pipeline 100 goes on: POST ")]
    public async Task Trigger_CancelledWhileWaiting_CancelsThePipelineIfTheTokenMay(bool may, string status, string said)
    {
        using var stop = new CancellationTokenSource();
        _gitlab.Server.IsMaintainer = may;
        _gitlab.Server.Course = ["running"];
        _gitlab.Log.Written = text =>
        {
            if (text == "Pipeline 100 is running.") stop.Cancel();
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _gitlab.TriggerAsync(token: stop.Token));

        _gitlab.Server.Pipelines[0].Status.ShouldBe(status);
        _gitlab.Log.Text.ShouldContain(said);
    }

    [Fact]
    public async Task Trigger_CancelledBefore_SendsNothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => _gitlab.TriggerAsync(token: new CancellationToken(canceled: true)));

        _gitlab.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trigger_WithoutReadToken_WaitsForNothingAndSaysSo()
    {
        var made = await _gitlab.TriggerAsync(waits: new PipelineWaits { ForPipeline = false }, canRead: false);

        made.Id.ShouldBe(100);
        _gitlab.Server.Requests.ShouldHaveSingleItem().Method.ShouldBe("POST");
        _gitlab.Log.Text.ShouldContain("Warning: Without a read token nobody can tell whether GitLab has aaaaaaaa already.");
    }

    [Fact]
    public async Task Trigger_WaitingWithoutReadToken_IsRefusedBeforeAnythingIsDone()
    {
        var refused = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync(canRead: false));

        Golden.Match("HRV6212", refused.Message);
        _gitlab.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trigger_PullRequest_IsRefused()
    {
        var refused = await Should.ThrowAsync<DiagnosticException>(() => _gitlab.TriggerAsync(GitLabFixture.Request with { Ref = GitRef.Parse("refs/pull/7/merge") }));

        Golden.Match("HRV6213", refused.Message);
        _gitlab.Server.Pipelines.ShouldBeEmpty();
    }

    [Fact]
    public void Project_PlainHttpElsewhere_IsRefusedUnlessDeclared()
    {
        var project = new GitLabProject(new Uri("http://gitlab.example/"), "1");

        Golden.Match("HRV6207", Should.Throw<DiagnosticException>(project.EnsureSecure).Message);
        Should.NotThrow((project with { Insecure = true }).EnsureSecure);
    }

    public ValueTask DisposeAsync() => _gitlab.DisposeAsync();
}
