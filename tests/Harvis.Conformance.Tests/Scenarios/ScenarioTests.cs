using Shouldly;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>
/// Each folder under <c>tests/scenarios</c>: <c>Pipeline.cs</c> is the build, <c>github.yml</c>, <c>gitlab.yml</c> and
/// <c>diagnostics.txt</c> are what becomes of it. <c>HARVIS_UPDATE_GOLDENS=1</c> writes them; the difference is to be read like code.
/// </summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. ScenarioFolder.All.Select(folder => folder.Name)];

    [Fact]
    public void Scenarios_Folders_EachHasItsPipeline() =>
        Directory.GetDirectories(Repository.Scenarios).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(ScenarioFolder.All.Select(folder => folder.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_Scenario_GivesTheFilesBesideIt(string name)
    {
        var folder = ScenarioFolder.Named(name);
        var documents = ScenarioDocuments.Of(folder.Build());

        Golden.Check(folder, "github.yml", documents.Workflow);
        Golden.Check(folder, "gitlab.yml", documents.Pipeline);
        Golden.Check(folder, "diagnostics.txt", documents.Diagnostics.Length == 0 ? null : documents.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_ScenarioTwice_GivesEqualText(string name)
    {
        var folder = ScenarioFolder.Named(name);
        var (first, second) = (ScenarioDocuments.Of(folder.Build()), ScenarioDocuments.Of(folder.Build()));

        (second.Workflow, second.Pipeline, second.Diagnostics).ShouldBe((first.Workflow, first.Pipeline, first.Diagnostics));
    }

    // What is refused gives no file, and what gives no file says why.
    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_Scenario_GivesAFileOrAReason(string name)
    {
        var documents = ScenarioDocuments.Of(ScenarioFolder.Named(name).Build());

        if (documents.Workflow is null || documents.Pipeline is null) documents.Diagnostics.ShouldContain("HRV");
    }
}
