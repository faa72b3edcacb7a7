using System.Text;
using Harvis.Engine.Handovers;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Handovers;

/// <summary>What one job gives, another takes: by files, and by GitHub's outputs.</summary>
public sealed class HandoverTests : IDisposable
{
    static readonly HandoverRecord Built = new("BuildImages:backend", NodeOutcome.Succeeded, [("image", Encoding.UTF8.GetBytes("\"localhost:5000/backend@sha256:0\""))]);

    readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Take_FilesOfEarlierJobs_GivesOutcomesAndResults()
    {
        Handover().Give([Built, new HandoverRecord("Push", NodeOutcome.Failed, [])]);

        var taken = Handover().Take().Records;

        taken.Select(record => (record.Node, record.Outcome)).ShouldBe([("BuildImages:backend", NodeOutcome.Succeeded), ("Push", NodeOutcome.Failed)]);
        Encoding.UTF8.GetString(taken[0].Results.ShouldHaveSingleItem().Json).ShouldBe("\"localhost:5000/backend@sha256:0\"");
    }

    [Fact]
    public void Give_OnGitHub_SetsOneOutputPerNode()
    {
        var outputs = Path.Combine(_folder, "outputs");

        Handover(("GITHUB_OUTPUT", outputs)).Give([Built]);

        File.ReadAllText(outputs).ShouldBe("BuildImages--backend={\"node\":\"BuildImages:backend\",\"outcome\":\"succeeded\",\"results\":{\"image\":\"localhost:5000/backend@sha256:0\"}}\n");
    }

    [Fact]
    public void Take_NeedsOfGitHub_GivesWhatWasSetAndLeavesOutWhatWasNot()
    {
        var needs = """{"build":{"result":"success","outputs":{"a":"{\"node\":\"A\",\"outcome\":\"skipped\",\"results\":{}}","b":"","c":"no record"}},"other":{"result":"failure","outputs":{}}}""";

        var taken = Handover(("HARVIS_NEEDS", needs)).Take().Records;

        taken.ShouldHaveSingleItem().ShouldSatisfyAllConditions(record => record.Node.ShouldBe("A"), record => record.Outcome.ShouldBe(NodeOutcome.Skipped));
    }

    [Theory]
    [InlineData("GITHUB_RUN_ID", true)]
    [InlineData("CI_PIPELINE_ID", true)]
    [InlineData("CI", false)]
    public void IsWanted_InAJobOfAPipeline_AndNowhereElse(string variable, bool expected) =>
        Engine.Handovers.Handover.IsWanted(new Variables { [variable] = "1" }).ShouldBe(expected);

    [Fact]
    public void Give_Secret_IsMasked()
    {
        new Handover(_folder, new Variables(), text => text.Replace("hush", "***", StringComparison.Ordinal))
            .Give([new HandoverRecord("A", NodeOutcome.Succeeded, [("word", Encoding.UTF8.GetBytes("\"hush\""))])]);

        File.ReadAllText(Path.Combine(_folder, "A.json")).ShouldContain("\"word\":\"***\"");
    }

    Handover Handover(params (string Name, string Value)[] variables)
    {
        var environment = new Variables();
        foreach (var (name, value) in variables) environment[name] = value;
        return new Handover(_folder, environment, text => text);
    }
}
