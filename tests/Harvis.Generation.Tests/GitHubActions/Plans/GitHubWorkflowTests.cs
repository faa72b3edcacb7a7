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

    static GitHubGeneration Generate(string name) => name switch
    {
        "library" => new GitHubWorkflow(SamplePlans.Library, SamplePlans.Options(name)).Generate(),
        "delivery" => new GitHubWorkflow(SamplePlans.Delivery, SamplePlans.DeliveryOptions).Generate(),
        _ => new GitHubWorkflow(SamplePlans.Called, SamplePlans.Options(name)).Generate(),
    };
}
