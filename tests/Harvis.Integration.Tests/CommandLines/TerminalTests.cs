using Shouldly;

namespace Harvis.Integration.Tests.CommandLines;

/// <summary>What is different in a terminal: questions, and live progress.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Run_ParameterIsMissingInATerminal_AsksForIt()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "It needs script, which gives a program a terminal (Debian: bsdutils).");
        using var pipeline = new PipelineProcess();
        pipeline.Variables["TERM"] = "xterm";
        using var process = pipeline.StartProgram("timeout", "60", "script", "-qefc", $"dotnet '{PipelineProcess.Program}' NeedsMissing", "/dev/null");
        var output = new System.Text.StringBuilder();
        var buffer = new char[256];
        while (!output.ToString().Contains("Missing (A name that nobody sets): ", StringComparison.Ordinal))
        {
            var count = await process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (count == 0) break;
            output.Append(buffer, 0, count);
        }

        await process.StandardInput.WriteAsync("found\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        output.Append(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output.ToString());
        output.ToString().ShouldContain("NeedsMissing");
    }
}
