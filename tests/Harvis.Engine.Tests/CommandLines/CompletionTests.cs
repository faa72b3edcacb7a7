using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.CommandLines;

public sealed class CompletionTests
{
    [Theory]
    [InlineData(new string[0], "Restore Compile Test Lint Build Deploy Generate Breaks")]
    [InlineData(new[] { "de" }, "Deploy")]
    [InlineData(new[] { "Rep" }, "")]
    [InlineData(new[] { "Deploy", "--co" }, "--colour --continue --completion")]
    [InlineData(new[] { "--colour", "" }, "Red Green")]
    [InlineData(new[] { "--colour", "g" }, "Green")]
    [InlineData(new[] { "--sizes", "l" }, "large")]
    [InlineData(new[] { "--hurry", "Te" }, "Test")]
    [InlineData(new[] { "--skip", "Te" }, "Test")]
    [InlineData(new[] { "--completion", "" }, "bash zsh pwsh")]
    [InlineData(new[] { "--api" }, "")]
    [InlineData(new[] { "--number", "" }, "")]
    public async Task Words_SoFar_GiveWhatFits(string[] words, string expected)
    {
        using var command = new Command();
        var end = await command.RunAsync<OptionBuild>(["--complete", .. words]);
        end.ExitCode.ShouldBe(0);
        end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
