using Shouldly;

namespace Harvis.Integration.Tests.CommandLines;

/// <summary>The completion scripts in the shells that they are for.</summary>
public sealed class ShellTests
{
    const string Complete = """
        source <(./build.sh --completion bash) || exit 1
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _harvis_build
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    // A terminal of its own for an interactive shell: types a target's beginning, the completion key, and enter.
    const string TypeInZsh = """
        zmodload zsh/zpty || exit 1
        zpty shell zsh -f -i
        zpty -w shell 'PROMPT=; autoload -U compinit; compinit -u -D; source <(./build.sh --completion zsh); echo rea''dy'
        seen=
        until [[ $seen == *ready* ]]; do zpty -r shell part || exit 2; seen+=$part; done
        zpty -w -n shell $'./build.sh Gree\t\n'
        until [[ $seen == *'hello, '* ]]; do zpty -r shell part || exit 3; seen+=$part; done
        print completed
        """;

    [Theory]
    [InlineData("Gr", "Greet")]
    [InlineData("--ca", "--care")]
    [InlineData("Greet --care H", "High")]
    [InlineData("Greet --care ", "Normal High")]
    [InlineData("Greet --par", "--parallelism")]
    [InlineData("Nothing", "")]
    public async Task Bash_WordsTyped_AreCompletedByTheBuild(string typed, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash needs a Unix system.");
        using var pipeline = WithBuildScript();

        var (exitCode, output, error) = await pipeline.RunProgramAsync("bash", ["--norc", "-c", $"cd '{pipeline.Root}'\n{Complete}", "bash", "./build.sh", .. typed.Split(' ')]);

        exitCode.ShouldBe(0, error);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), error);
    }

    [Fact]
    public async Task Zsh_KeyTyped_CompletesTheTargetThatThenRuns()
    {
        Assert.SkipUnless(IsThere("zsh"), "There is no zsh here; apt-get install zsh gets it.");
        using var pipeline = WithBuildScript();

        var (exitCode, output, error) = await pipeline.RunProgramAsync("timeout", "60", "zsh", "-f", "-c", $"cd '{pipeline.Root}'\n{TypeInZsh}");

        exitCode.ShouldBe(0, output + error);
        output.ShouldContain("completed");
    }

    [Fact]
    public async Task PowerShell_Script_CompletesWhatTheBuildSays()
    {
        Assert.SkipUnless(IsThere("pwsh"), "There is no PowerShell here; https://aka.ms/powershell says how to get it.");
        using var pipeline = WithBuildScript();

        var (exitCode, output, error) = await pipeline.RunProgramAsync(
            "pwsh", "-NoProfile", "-Command",
            $"Set-Location '{pipeline.Root}'; ./build.sh --completion pwsh | Out-String | Invoke-Expression; (TabExpansion2 './build.sh Gr' 13).CompletionMatches.CompletionText");

        exitCode.ShouldBe(0, error);
        output.Trim().ShouldBe("Greet");
    }

    static PipelineProcess WithBuildScript()
    {
        var pipeline = new PipelineProcess();
        File.WriteAllText(pipeline.PathOf("build.sh"), $"#!/bin/sh\nexec dotnet '{PipelineProcess.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(pipeline.PathOf("build.sh"), (UnixFileMode)0b111_101_101);
        return pipeline;
    }

    static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
