using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Integration.Tests.Asking;

/// <summary>What the pipeline says about itself without running.</summary>
public sealed class PlanTests : IDisposable
{
    readonly PipelineProcess _pipeline = new();

    [Fact]
    public async Task Plan_AsJson_NamesEveryNodeAfterWhatItNeeds()
    {
        var (exitCode, output, _) = await _pipeline.RunAsync("All", "--plan", "--json");

        exitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        var nodes = json.RootElement.GetProperty("nodes").EnumerateArray().ToList();
        nodes.Count.ShouldBe(51);
        var seen = new HashSet<string>();
        foreach (var node in nodes)
        {
            node.GetProperty("needs").EnumerateArray().Concat(node.GetProperty("after").EnumerateArray()).ShouldAllBe(before => seen.Contains(before.GetString()!));
            seen.Add(node.GetProperty("name").GetString()!).ShouldBeTrue();
        }

        Directory.Exists(_pipeline.PathOf(".nuke/temp/runs")).ShouldBeFalse("a plan leaves no run");
    }

    [Theory]
    [InlineData("plan", "Node4", "Greet", "--plan")]
    [InlineData("plan.json", "Node4", "--plan", "--json")]
    [InlineData("plan.skip", "Node4", "--skip", "Node2", "--plan")]
    [InlineData("plan.only", "Node4", "--only", "--plan")]
    [InlineData("graph", "Node4", "--graph")]
    [InlineData("help", "--help")]
    public async Task Ask_EqualQuestions_AnswerWithTheGoldenText(string name, params string[] arguments)
    {
        var (exitCode, output, _) = await _pipeline.RunAsync(arguments);

        exitCode.ShouldBe(0);
        Golden.Match(name, output);
        (await _pipeline.RunAsync(arguments)).Output.ShouldBe(output);
    }

    [Fact]
    public async Task Graph_OfEverything_JoinsOnlyNodesThatItNames()
    {
        var (exitCode, output, _) = await _pipeline.RunAsync("--graph");

        exitCode.ShouldBe(0);
        output.ShouldStartWith("flowchart LR\n");
        var nodes = Regex.Matches(output, "^  (n[0-9]+)\\[\"[^\"]+\"\\]$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToHashSet();
        var arrows = Regex.Matches(output, "^  (n[0-9]+) (-->|-\\.->|==>) (n[0-9]+)$", RegexOptions.Multiline);
        arrows.Count.ShouldBeGreaterThan(50);
        arrows.ShouldAllBe(arrow => nodes.Contains(arrow.Groups[1].Value) && nodes.Contains(arrow.Groups[3].Value));
        output.TrimEnd('\n').Split('\n').Length.ShouldBe(1 + nodes.Count + arrows.Count, "every line is a node or an arrow");
    }

    public void Dispose() => _pipeline.Dispose();
}
