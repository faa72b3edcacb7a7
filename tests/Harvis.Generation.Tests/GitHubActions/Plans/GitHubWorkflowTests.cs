using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Ci;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

public sealed class GitHubWorkflowTests
{
    public static TheoryData<string> Samples => ["library", "delivery", "called"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Generate_SamplePlan_IsTheGolden(string name)
    {
        var generation = Generate(name);

        generation.Diagnostics.ShouldBeEmpty();
        generation.File.ShouldNotBeNull().Path.ShouldBe($".github/workflows/{name}.yml");
        WorkflowGolden.Match($"{name}.yml", generation.File.Text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Generate_Twice_GivesEqualBytes(string name) => Generate(name).File!.Text.ShouldBe(Generate(name).File!.Text);

    [Fact]
    public void Generate_ThreeThousandJobs_NeedsNoMoreThanSeconds()
    {
        var jobs = Enumerable.Range(0, 1000).SelectMany(item => new[]
        {
            SamplePlans.Job($"build{item}", [SamplePlans.Main, SamplePlans.Release]) with { HandsOver = [$"Build:{item}"], Uploads = ["out/**"] },
            SamplePlans.Job($"push{item}", [SamplePlans.Main, SamplePlans.Release], $"build{item}") with { Downloads = [new CiDownload($"build{item}", ["out/**"])] },
            SamplePlans.Job($"deploy{item}", [SamplePlans.Release], $"push{item}") with { TakesOver = [$"Build:{item}"], Environment = new("prod"), Secrets = ["Key"] },
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var generation = new GitHubWorkflow(SamplePlans.Plan([.. jobs]), SamplePlans.Options()).Generate();

        generation.Workflow.Jobs.Count.ShouldBe(3000);
        generation.File.ShouldNotBeNull().Text.Split("persist-credentials: false").Length.ShouldBe(3001);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "a loaded machine may take some; what grows with the square takes minutes");
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    static GitHubGeneration Generate(string name) => name switch
    {
        "library" => new GitHubWorkflow(SamplePlans.Library, SamplePlans.Options(name)).Generate(),
        "delivery" => new GitHubWorkflow(SamplePlans.Delivery, SamplePlans.DeliveryOptions).Generate(),
        _ => new GitHubWorkflow(SamplePlans.Called, SamplePlans.Options(name)).Generate(),
    };
}
