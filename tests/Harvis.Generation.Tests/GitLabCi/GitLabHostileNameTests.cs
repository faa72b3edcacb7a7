using System.Diagnostics;
using CsCheck;
using Harvis.Generation.GitLabCi;
using Harvis.Model.Ci;
using Harvis.Generation.Tests.GitLabCi.Evaluation;
using Shouldly;
using YamlDotNet.RepresentationModel;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>Whatever targets and items are called, the file holds that name, and the shell hands on that name.</summary>
public sealed class GitLabHostileNameTests
{
    static readonly string[] Hostile =
        ["it's", "a\"b", "a\nb", "${{ x }}", "$(touch pwned)", "`x`", "!tag", "007", "1e3", "yes", "😀", "a: b", "- a", "# x", "$HOME", "\\", "a;b", "--only", " lead", "*", "é"];

    [Fact]
    public void Generate_AnyNodeName_ReadsAsThatName() => Gen.OneOf(RandomEvents.OneOf(Hostile), Gen.String[Gen.Char[' ', '~'], 1, 10]).Sample(name =>
    {
        var node = $"Build:{name}";
        var plan = Plans.Of(Plans.Job(CiName.Of(node)) with { Nodes = [node], Title = name }, Plans.Job("Legs") with { Nodes = [node + "1"], Legs = [new CiLeg(name, node + "1")] });

        var root = Read(GitLabPipeline.Generate(plan).File.Text);

        ((YamlScalarNode)root[CiName.Of(node)]["script"][0]).Value.ShouldBe($"./build.sh {GitLabScript.Posix(node)} --only");
        ((YamlScalarNode)root["Legs"]["parallel"]["matrix"][0]["HARVIS_NODE"][0]).Value.ShouldBe((node + "1").Replace("$", "$$", StringComparison.Ordinal));
        ((YamlScalarNode)root["Legs"]["script"][0]).Value.ShouldBe("./build.sh \"$HARVIS_NODE\" --only");
    }, iter: 500);

    [Fact]
    public void Posix_HostileNames_ReachTheProgramAsTheyAre()
    {
        foreach (var name in Hostile.Where(name => name.Length > 0))
        {
            var start = new ProcessStartInfo("sh", ["-c", $"printf %s {GitLabScript.Posix($"Build:{name}")}"]) { RedirectStandardOutput = true };
            using var shell = Process.Start(start)!;
            shell.StandardOutput.ReadToEnd().ShouldBe($"Build:{name}");
            shell.WaitForExit();
        }
    }

    static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
