using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Integration.Tests.Hosts;

/// <summary>What the output looks like where it goes.</summary>
public sealed partial class HostTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("NO_COLOR=1", false)]
    [InlineData("NO_COLOR=1 FORCE_COLOR=1", false)]
    [InlineData("CI=true", false)]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor", false)]
    [InlineData("FORCE_COLOR=1", true)]
    [InlineData("CLICOLOR_FORCE=1", true)]
    [InlineData("GITHUB_ACTIONS=true", true)]
    [InlineData("GITHUB_ACTIONS=true NO_COLOR=1", false)]
    [InlineData("GITLAB_CI=true", true)]
    [InlineData("GITLAB_CI=true NO_COLOR=1", false)]
    public async Task Run_OutputIsRedirected_HasColourOnlyWhereAskedForOrShown(string variables, bool colour)
    {
        using var pipeline = Pipeline(variables);

        var (_, output, error) = await pipeline.RunAsync("Greet", "FillDisk");

        Colour().IsMatch(output).ShouldBe(colour, output);
        Colour().IsMatch(error).ShouldBe(colour, error);
        if (!variables.Contains("GITLAB", StringComparison.Ordinal)) (colour || !output.Contains('\e')).ShouldBeTrue(output);
    }

    [Fact]
    public async Task Run_OnGitHub_FoldsWhatSucceededAndAnnotatesWhatFailed()
    {
        using var pipeline = Pipeline("GITHUB_ACTIONS=true NO_COLOR=1");
        pipeline.Variables["GITHUB_STEP_SUMMARY"] = pipeline.PathOf("summary.md");

        var (exitCode, output, _) = await pipeline.RunAsync("Greet", "FillDisk");

        exitCode.ShouldBe(1);
        output.ShouldMatch("(?s)::group::Greet succeeded in [^\n]*\nhello, Normal 1\n::endgroup::\n");
        output.ShouldMatch("::error title=FillDisk,file=Pipeline.cs,line=[0-9]+::HRV1303: ");
        output.ShouldNotContain("::group::FillDisk");
        (await File.ReadAllTextAsync(pipeline.PathOf("summary.md"), TestContext.Current.CancellationToken)).ShouldContain("FillDisk");
    }

    [Fact]
    public async Task Run_OnGitLab_FoldsInMatchingSections()
    {
        using var pipeline = Pipeline("GITLAB_CI=true NO_COLOR=1");

        var (_, output, _) = await pipeline.RunAsync("Greet", "Node0", "FillDisk");

        var starts = Section("start").Matches(output).Select(match => match.Groups[1].Value).ToList();
        var ends = Section("end").Matches(output).Select(match => match.Groups[1].Value).ToList();
        starts.ShouldContain(name => name.StartsWith("Greet", StringComparison.Ordinal));
        starts.ShouldBe(ends);
        output.ShouldMatch("section_start:[0-9]{10}:Greet_[0-9]+\\[collapsed=true\\]\r\e\\[0KGreet succeeded");
        output.ShouldNotMatch("section_start:[0-9]{10}:FillDisk_[0-9]+\\[collapsed=true\\]");
    }

    [Fact]
    public async Task Run_TargetPrintsCommandsOfGitHub_NoneIsObeyed()
    {
        using var pipeline = Pipeline("GITHUB_ACTIONS=true NO_COLOR=1");

        var (exitCode, output, _) = await pipeline.RunAsync("Commands");

        exitCode.ShouldBe(0);
        output.ShouldContain("not an error");
        var commands = output.Split('\n').Select(line => line.TrimStart()).Where(line => line.StartsWith("::", StringComparison.Ordinal) || line.StartsWith("##[", StringComparison.Ordinal));
        commands.ShouldAllBe(line => line.StartsWith("::group::Commands") || line == "::endgroup::" || line.StartsWith("::warning title=HRV"));
    }

    [Fact]
    public async Task Run_TargetPrintsSectionOfGitLab_OnlyItsOwnSectionsCount()
    {
        using var pipeline = Pipeline("GITLAB_CI=true NO_COLOR=1");

        var (exitCode, output, _) = await pipeline.RunAsync("Commands");

        exitCode.ShouldBe(0);
        Section("start").Matches(output).Select(match => match.Groups[1].Value).ShouldAllBe(name => name.StartsWith("Commands"));
    }

    static PipelineProcess Pipeline(string variables)
    {
        var pipeline = new PipelineProcess();
        foreach (var variable in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)) pipeline.Variables[variable.Split('=')[0]] = variable.Split('=')[1];
        return pipeline;
    }

    static Regex Section(string what) => new($"\e\\[0Ksection_{what}:[0-9]+:([A-Za-z0-9_.-]+)");

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Colour();
}
