using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>What is missing is asked for where somebody can answer, and refused elsewhere.</summary>
public sealed class PromptTests
{
    const string Missing = "HRV1103 OriginBuild.cs:28: Target \"NeedsNothing\" requires parameter \"Nothing\", which isn't set. Set --nothing, the variable HARVIS_NOTHING, or .nuke/parameters.json.";

    [Fact]
    public async Task Missing_NobodyToAsk_IsRefusedWithWhereItCanComeFrom()
    {
        using var command = new Command();
        var end = await command.RunAsync<OriginBuild>("NeedsNothing");
        (end.ExitCode, end.Summary).ShouldBe((2, null));
        end.Diagnostic.ShouldBe(Missing);
    }

    [Fact]
    public async Task Missing_InATerminal_IsAskedForOnce()
    {
        using var command = new Command();
        var prompt = new FixedPrompt("opensesame", "something");
        command.Prompt = prompt;
        var end = await command.RunAsync<OriginBuild>("NeedsBoth");
        end.ExitCode.ShouldBe(0, end.Diagnostic);
        prompt.Questions.ShouldBe(["ApiKey (Opens doors) hidden", "Nothing ()"]);
        end.Log.ShouldBe(["got something", "ApiKey has 10 characters"], ignoreOrder: true);
        command.Masker.Mask("opensesame").ShouldBe("***");
    }

    [Fact]
    public async Task Missing_NotAnswered_IsRefused()
    {
        using var command = new Command();
        command.Prompt = new FixedPrompt("");
        var end = await command.RunAsync<OriginBuild>("NeedsNothing");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldBe(Missing);
    }

    [Fact]
    public async Task Condition_ThatDoesNotHold_IsRefusedWithoutAQuestion()
    {
        using var command = new Command();
        command.Prompt = new FixedPrompt();
        var end = await command.RunAsync<OriginBuild>("NeedsTwo");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldBe("HRV1104 OriginBuild.cs:36: Target \"NeedsTwo\" requires Number == 2, which doesn't hold.");
        (await command.RunAsync<OriginBuild>("NeedsTwo", "--number", "2")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Requirements_OfTargetsThatDoNotRun_DoNotCount()
    {
        using var command = new Command();
        (await command.RunAsync<OriginBuild>("NeedsBoth", "--skip", "NeedsNothing", "ShowKey")).ExitCode.ShouldBe(0);
        (await command.RunAsync<OriginBuild>("NeedsBoth", "--only")).ExitCode.ShouldBe(0);
    }
}
