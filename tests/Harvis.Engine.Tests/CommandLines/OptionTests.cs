using Harvis.Engine.CommandLines;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Diagnostics;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.CommandLines;

/// <summary>The effect of each option that every build has.</summary>
public sealed class OptionTests
{
    static readonly string[] All =
        ["Restore Succeeded", "Compile Succeeded", "Test Succeeded", "Build:small Succeeded", "Build:large Succeeded", "Build Succeeded", "Deploy Succeeded", "Report Skipped"];

    // What shows the effect of each option: a new option without one makes this class not compile or fail.
    static readonly Dictionary<string, Func<OptionTests, Task>> Effects = new()
    {
        ["--help"] = tests => tests.Help_Asked_ShowsTargetsParametersAndOptions(),
        ["--plan"] = tests => tests.Plan_Asked_IsShownAndNothingRuns(),
        ["--json"] = tests => tests.Plan_AsJson_CanBeReadByPrograms(),
        ["--graph"] = tests => tests.Graph_Asked_ShowsWhatWasNamed(),
        ["--only"] = tests => tests.Only_LeavesOutDependenciesAndTriggers(),
        ["--skip"] = tests => tests.Skip_WithNames_SkipsThose(),
        ["--continue"] = tests => tests.Continue_AfterAFailure_DoesNothingTwice(),
        ["--parallelism"] = tests => tests.Parallelism_Given_IsTheBound(),
        ["--dry-run"] = tests => tests.DryRun_ChangesNothingAndShowsWhatWouldBeDone(),
        ["--check"] = tests => tests.Check_Given_ReachesTargets(),
        ["--profile"] = tests => new Parameters.OriginTests().Value_InSeveralPlaces_ComesFromTheFirstOfThem(),
        ["--provision"] = tests => tests.Provision_Given_ReachesTheTools(),
        ["--verbose"] = tests => Task.Run(tests.Verbose_IsKnown),
        ["--completion"] = tests => tests.Completion_OfEachShell_IsPrinted("bash"),
    };

    [Fact]
    public void EveryOption_HasATestOfItsEffect() => Effects.Keys.ShouldBe(EngineOption.All.Select(option => option.Name), ignoreOrder: true);

    [Fact]
    public async Task NoOption_RunsTheDefault()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>();
        end.ExitCode.ShouldBe(0);
        end.Outcomes.ShouldBe(All);
    }

    [Fact]
    public async Task Help_Asked_ShowsTargetsParametersAndOptions()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("--help", "--number", "5");
        end.ExitCode.ShouldBe(0);
        end.Summary.ShouldBeNull();
        Golden.Match("help", end.Output);
        foreach (var other in new[] { "-h", "-?", "--HELP" }) (await command.RunAsync<OptionBuild>(other, "--number=5")).Output.ShouldBe(end.Output);
    }

    [Fact]
    public async Task Plan_Asked_IsShownAndNothingRuns()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("--plan", "Deploy", "Lint", "--skip", "Build");
        (end.ExitCode, end.Summary).ShouldBe((0, null));
        Golden.Match("plan", end.Output);
        command.Repository.Has(".nuke/temp").ShouldBeFalse();
    }

    [Fact]
    public async Task Plan_AsJson_CanBeReadByPrograms()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("--plan", "--json", "Deploy", "Lint", "--skip", "Build");
        Golden.Match("plan-json", end.Output);
        using var json = System.Text.Json.JsonDocument.Parse(end.Output);
        json.RootElement.GetProperty("nodes").GetArrayLength().ShouldBe(9);
    }

    [Fact]
    public async Task Graph_Asked_ShowsWhatWasNamed()
    {
        using var command = new Command();
        Golden.Match("graph", (await command.RunAsync<OptionBuild>("--graph")).Output);
        Golden.Match("graph-test", (await command.RunAsync<OptionBuild>("--graph", "Test")).Output);
        var unknown = await command.RunAsync<OptionBuild>("--graph", "Tset");
        (unknown.ExitCode, unknown.Output).ShouldBe((2, ""));
        unknown.Diagnostic.ShouldStartWith("HRV1001: There is no target \"Tset\". Did you mean \"Test\"?");
    }

    [Fact]
    public async Task Only_LeavesOutDependenciesAndTriggers()
    {
        using var command = new Command();
        (await command.RunAsync<OptionBuild>("Test", "--only")).Outcomes.ShouldBe(["Test Succeeded"]);
        (await command.RunAsync<OptionBuild>("Build", "--only")).Outcomes.ShouldBe(["Build:small Succeeded", "Build:large Succeeded", "Build Succeeded"]);
        (await command.RunAsync<OptionBuild>("Build:large", "--only")).Outcomes.ShouldBe(["Build:large Succeeded"]);
    }

    [Fact]
    public async Task Skip_WithNames_SkipsThose()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("Deploy", "--skip", "test", "Build");
        end.Outcomes.ShouldContain("Test Skipped");
        end.Outcomes.ShouldContain("Build:large Skipped");
        end.Outcomes.ShouldContain("Deploy Succeeded");
        end.Result("Test").Reason.ShouldBe("--skip");
        end.Result("Compile").Reason.ShouldBe("not needed: \"Test\" is skipped");
        (await command.RunAsync<OptionBuild>("Deploy", "--skip=Test,Build")).Outcomes.ShouldBe(end.Outcomes);
        (await command.RunAsync<OptionBuild>("Deploy", "--skip", "Test", "--skip", "Build")).Outcomes.ShouldBe(end.Outcomes);
    }

    [Fact]
    public async Task Skip_WithoutNames_SkipsAllThatIsNotNamed()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("Test", "Deploy", "--skip");
        end.Outcomes.Where(outcome => outcome.EndsWith("Succeeded", StringComparison.Ordinal)).ShouldBe(["Test Succeeded", "Deploy Succeeded"]);
    }

    [Fact]
    public async Task Continue_AfterAFailure_DoesNothingTwice()
    {
        using var command = new Command();
        (await command.RunAsync<OptionBuild>("Compile", "Breaks")).ExitCode.ShouldBe(1);
        var end = await command.RunAsync<OptionBuild>("--continue");
        end.ExitCode.ShouldBe(1);
        end.Outcomes.ShouldBe(["Restore Resumed", "Compile Resumed", "Breaks Failed"]);
        end.Result("Compile").Reason.ShouldStartWith("done in run 2");
    }

    [Fact]
    public async Task Continue_WithOtherCodeOrValues_DoesItAgain()
    {
        using var command = new Command();
        await command.RunAsync<OptionBuild>("Compile", "Breaks");
        (await command.RunAsync<OptionBuild>("--continue", "--number", "4")).Outcomes.ShouldBe(["Restore Succeeded", "Compile Succeeded", "Breaks Failed"]);
        command.BuildId = "build-2";
        (await command.RunAsync<OptionBuild>("--continue", "--number", "4")).Outcomes.ShouldBe(["Restore Succeeded", "Compile Succeeded", "Breaks Failed"]);
    }

    [Fact]
    public async Task Continue_AfterAGreenOrDryRun_RunsEverythingAndSaysSo()
    {
        using var command = new Command();
        await command.RunAsync<OptionBuild>("Compile");
        await command.RunAsync<OptionBuild>("Compile", "--dry-run");
        var end = await command.RunAsync<OptionBuild>("Compile", "--continue");
        end.ExitCode.ShouldBe(0);
        end.Diagnostics.Single().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Code.ShouldBe(DiagnosticCodes.NothingToContinue),
            diagnostic => diagnostic.Severity.ShouldBe(DiagnosticSeverity.Warning));
        end.Outcomes.ShouldBe(["Restore Succeeded", "Compile Succeeded"]);
    }

    [Fact]
    public async Task Parallelism_Given_IsTheBound()
    {
        using var command = new Command();
        (await command.RunAsync<OptionBuild>("Restore")).Parallelism.ShouldBe(RunOptions.DefaultParallelism);
        (await command.RunAsync<OptionBuild>("Restore", "--parallelism", "3")).Parallelism.ShouldBe(3);
        (await command.RunAsync<OptionBuild>("Restore", "--parallelism=1024")).Parallelism.ShouldBe(1024);
    }

    [Fact]
    public async Task DryRun_ChangesNothingAndShowsWhatWouldBeDone()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("--dry-run");
        end.ExitCode.ShouldBe(0);
        end.Outcomes.ShouldNotContain(outcome => outcome.EndsWith("Succeeded", StringComparison.Ordinal));
        end.Outcomes.ShouldContain("Deploy WouldRun");
        end.Log.ShouldBe(["would deliver Green 0 "]);
    }

    [Fact]
    public async Task Check_Given_ReachesTargets()
    {
        using var command = new Command();
        (await command.RunAsync<OptionBuild>("Generate")).Log.ShouldBe(["writes"]);
        (await command.RunAsync<OptionBuild>("Generate", "--check")).Log.ShouldBe(["checks"]);
    }

    [Fact]
    public async Task Provision_Given_ReachesTheTools()
    {
        using var command = new Command();
        await command.RunAsync<OptionBuild>("Compile", "--provision");
        command.Tools.Asked.Select(need => $"{need.Tool.Name} for {need.By}").ShouldBe(["git for Restore"]);
        command.Tools.Options!.Provision.ShouldBeTrue();
        await command.RunAsync<OptionBuild>("Compile");
        command.Tools.Options!.Provision.ShouldBeFalse();
    }

    [Fact]
    public async Task Tools_ThatAreNotUsable_RefuseTheRun()
    {
        using var command = new Command();
        command.Tools.Answer = [new Diagnostic(new DiagnosticCode(1201), "git is missing.")];
        var end = await command.RunAsync<OptionBuild>("Compile");
        (end.ExitCode, end.Summary, end.Diagnostic).ShouldBe((2, null, "HRV1201: git is missing."));
    }

    [Fact]
    public void Verbose_IsKnown() => CommandLineParser.Parse(["--verbose"], []).ShouldSatisfyAllConditions(
        line => line.Verbose.ShouldBeTrue(), line => line.Diagnostics.ShouldBeEmpty());

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task Completion_OfEachShell_IsPrinted(string shell)
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("--completion", shell);
        end.ExitCode.ShouldBe(0);
        end.Output.ShouldBe(CompletionScript.For(shell));
        end.Output.ShouldContain("--complete");
    }

    [Fact]
    public async Task Failure_HasCodeOne()
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>("Breaks", "Compile");
        end.ExitCode.ShouldBe(1);
        end.Outcomes.ShouldBe(["Breaks Failed", "Restore Succeeded", "Compile Succeeded"]);
        end.Result("Breaks").Reason.ShouldBe("broken");
    }

    [Fact]
    public async Task Stop_BeforeTheRun_HasCode130()
    {
        using var command = new Command();
        await command.Stop.CancelAsync();
        var end = await command.RunAsync<OptionBuild>("Compile");
        end.ExitCode.ShouldBe(130);
        end.Outcomes.ShouldBe(["Restore Cancelled", "Compile Cancelled"]);
    }
}
