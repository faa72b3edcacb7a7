using System.Diagnostics;
using CsCheck;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Ci;
using Shouldly;
using YamlDotNet.RepresentationModel;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

/// <summary>Names with anything in them are data in every language on the way: YAML, GitHub's expressions, the shell.</summary>
public sealed class HostileNameTests
{
    static readonly Gen<string> Names = Gen.OneOf("'", "\"", "${{ secrets.X }}", "$(id)", "`id`", "!", "\\", " ", "#", ": ", "- ", "01", "1e3", "yes", "🚀", "a", "&", "|", "\t", "~", "\u2019", ";exit 1;").Array[1, 5].Select(string.Concat);

    [Fact]
    public void Generate_AnyNames_RoundTripThroughYaml() => Gen.Select(Names, Names).Sample((title, node) =>
    {
        var job = SamplePlans.Job("Job", [SamplePlans.Main]) with { Title = title, Nodes = [node] };
        var file = new GitHubWorkflow(SamplePlans.Plan(job), SamplePlans.Options()).Generate().File.ShouldNotBeNull();
        var yaml = new YamlStream();
        yaml.Load(new StringReader(file.Text));
        var read = yaml.Documents[0].RootNode["jobs"]["Job"];
        Unescaped(read["name"].ToString()).ShouldBe(title);
        Unescaped(read["steps"][2]["run"].ToString()).ShouldBe($"./build.sh {ShellWord.Posix(node)} --only");
    }, iter: 300);

    [Theory]
    [InlineData("Test:a || true")]
    [InlineData("Test:it's || : ")]
    public void Generate_NameThatLooksLikeAnIgnoredFailure_IsAName(string node) =>
        new GitHubWorkflow(SamplePlans.Plan(SamplePlans.Job("Job", [SamplePlans.Main]) with { Nodes = [node] }), SamplePlans.Options()).Generate().File.ShouldNotBeNull();

    [Fact]
    public async Task Posix_AnyName_IsOneArgumentOfBash()
    {
        var names = Names.Array[40].Single();
        var script = "printf '%s\\0' " + string.Join(' ', names.Select(ShellWord.Posix));
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var answer = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        answer.Split('\0')[..^1].ShouldBe(names);
    }

    [Theory]
    [InlineData("Test:unit", "Test:unit")]
    [InlineData("It's", "'It''s'")]
    [InlineData("It\u2019s", "'It\u2019\u2019s'")]
    [InlineData("$env:X", "'$env:X'")]
    [InlineData("", "''")]
    public void PowerShell_Name_IsOneArgument(string name, string expected) => ShellWord.PowerShell(name).ShouldBe(expected);

    [Fact]
    public void Generate_ALegWithAHostileName_ReachesTheScriptAsAVariableOnly()
    {
        var job = SamplePlans.Job("Job", [SamplePlans.Main]) with { Legs = [new CiLeg("$(id)", "Job:$(id)")] };
        var text = new GitHubWorkflow(SamplePlans.Plan(job), SamplePlans.Options()).Generate().File.ShouldNotBeNull().Text;
        text.ShouldContain("run: \"./build.sh \\\"$NODE\\\" --only\"");
        text.ShouldContain("NODE: \"${{ matrix.node }}\"");
    }

    // As GitHub reads a text whose only expressions are the escaped marks.
    static string Unescaped(string text) => text.Replace("${{ '${{' }}", "${{", StringComparison.Ordinal);
}
