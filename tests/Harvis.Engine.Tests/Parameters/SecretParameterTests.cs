using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

public sealed class SecretParameterTests
{
    [Fact]
    public async Task Secret_InItsVariable_IsReadAndMaskedFromThenOn()
    {
        using var command = new Command();
        command.Variables["HARVIS_API_KEY"] = "opensesame";
        (await command.RunAsync<OriginBuild>("ShowKey")).Log.ShouldBe(["ApiKey has 10 characters"]);
        command.Masker.Mask("opensesame").ShouldBe("***");
    }

    [Theory]
    [InlineData("opensesame\n")]
    [InlineData("opensesame\r\n")]
    [InlineData("opensesame")]
    public async Task Secret_InAFile_IsReadWithoutTheLineBreakThatEditorsAdd(string content)
    {
        using var command = new Command();
        command.Repository.Write("key", content);
        command.Variables["HARVIS_API_KEY_FILE"] = "key";
        (await command.RunAsync<OriginBuild>("ShowKey")).Log.ShouldBe(["ApiKey has 10 characters"]);
    }

    [Fact]
    public async Task Secret_InAFileThatIsNotThere_IsRefused()
    {
        using var command = new Command();
        command.Variables["HARVIS_API_KEY_FILE"] = "nowhere";
        var end = await command.RunAsync<OriginBuild>("ShowKey");
        end.ExitCode.ShouldBe(2);
        end.Diagnostics.ShouldContain(diagnostic => diagnostic.ToString().StartsWith("HRV1102: Secret \"ApiKey\" can't be read from the file that HARVIS_API_KEY_FILE names:"));
    }

    [Theory]
    [InlineData("--api-key", "opensesame")]
    [InlineData("--api-key=opensesame")]
    [InlineData("--ApiKey", "opensesame")]
    public async Task Secret_OnTheCommandLine_IsRefusedUnseen(params string[] arguments)
    {
        using var command = new Command();
        var end = await command.RunAsync<OriginBuild>(["ShowKey", .. arguments]);
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldStartWith("HRV1109: Secret \"ApiKey\" can't stand on the command line");
        end.Diagnostic.ShouldNotContain("sesame");
    }

    [Fact]
    public async Task Secret_TooShortToBeMasked_IsAWarning()
    {
        using var command = new Command();
        command.Variables["HARVIS_API_KEY"] = "abc";
        var end = await command.RunAsync<OriginBuild>("Show");
        end.ExitCode.ShouldBe(0);
        end.Diagnostic.ShouldStartWith("HRV1111: Secret \"ApiKey\" has fewer than 4 characters");
    }
}
