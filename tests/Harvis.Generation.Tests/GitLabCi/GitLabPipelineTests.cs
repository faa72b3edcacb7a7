using Harvis.Generation.GitLabCi;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

public sealed class GitLabPipelineTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Generate_Scenario_IsTheGolden(string name)
    {
        var (plan, options) = Plans.Scenarios[name];

        var generated = GitLabPipeline.Generate(plan, options);

        generated.Diagnostics.ShouldBeEmpty();
        generated.File.Path.ShouldBe(".gitlab-ci.yml");
        generated.File.Text.ShouldNotContain("\r");
        generated.File.Text.ShouldBe(GitLabPipeline.Generate(plan, options).File.Text);
        Golden.Match($"{name}.yml", generated.File.Text);
    }

    [Fact]
    public void Generate_MoreLegsThanGitLabTakes_BecomeSeveralJobs()
    {
        var plan = Plans.Of(Plans.Matrix("Build", 401), Plans.Job("Join", "Build"));

        var jobs = GitLabPipeline.Generate(plan, new() { NeedsLimit = 500 }).Document.Jobs;

        jobs.Select(job => job.Name).ShouldBe(["Build", "Build-2", "Build-3", "Join"]);
        jobs.Take(3).Select(job => job.Parallel!.Entries[0][0].Values.Count).ShouldBe([200, 200, 1]);
        jobs[3].Needs!.Cast<GitLabNeed.Of>().Select(need => need.Job).ShouldBe(["Build", "Build-2", "Build-3"]);
    }

    [Fact]
    public void Generate_StagesThatFollowOneAnother_AreOrderedByTheNeeds()
    {
        var plan = Plans.Of(
            Plans.Job("A") with { Stage = new Stage("late") },
            Plans.Job("B") with { Stage = new Stage("early") },
            Plans.Job("C", "B") with { Stage = new Stage("late") });

        GitLabPipeline.Generate(plan).Document.Stages.ShouldBe(["early", "late"]);
    }

    [Fact]
    public void Generate_JobWithANameOfGitLabs_IsRenamed()
    {
        var plan = Plans.Of(Plans.Job("pages"), Plans.Job("Next", "pages"));

        var jobs = GitLabPipeline.Generate(plan).Document.Jobs;

        jobs[0].Name.ShouldBe("pages-job");
        jobs[1].Needs!.Cast<GitLabNeed.Of>().Single().Job.ShouldBe("pages-job");
    }

    [Fact]
    public void Generate_NeedThatIsNotThereForEveryEvent_IsOptional()
    {
        var plan = Plans.Of(
            Plans.On("Lint", [Trigger.PullRequest("main")]),
            new CiJob
            {
                Id = "Build", Title = "", Nodes = ["Build"], Stage = Stages.Build, Needs = ["Lint"], Timeout = TimeSpan.FromHours(1),
                Activations =
                [
                    new CiActivation([Trigger.PullRequest("main")], new CiRule.Succeeded("Lint")),
                    new CiActivation([Trigger.Push("main")], CiRule.Unconditional),
                ],
            });

        var build = GitLabPipeline.Generate(plan).Document.Jobs[1];

        build.Needs!.Cast<GitLabNeed.Of>().Single().IsOptional.ShouldBeTrue();
        build.Rules.ShouldAllBe(rule => rule.When == null);
    }

    [Fact]
    public void Generate_ManyJobs_IsFastEnough()
    {
        var builds = Enumerable.Range(0, 1000).Select(i => Plans.Job($"Build{i}")).ToList();
        var pushes = Enumerable.Range(0, 1000).Select(i => Plans.Job($"Push{i}", $"Build{i}") with { TakesOver = [$"Build{i}"], Stage = Stages.Push });
        var deploys = Enumerable.Range(0, 1000).Select(i => Plans.Job($"Deploy{i}", $"Push{i}") with { Stage = Stages.Deploy });
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var generated = GitLabPipeline.Generate(Plans.Of([.. builds, .. pushes, .. deploys]));

        generated.Document.Jobs.Count.ShouldBe(3000);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10)); // a small fraction of that; a machine may be busy
    }
}
