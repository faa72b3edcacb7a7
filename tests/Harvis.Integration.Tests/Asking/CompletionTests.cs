using Shouldly;

namespace Harvis.Integration.Tests.Asking;

/// <summary>The completion scripts, run by the shells they are for.</summary>
public sealed class CompletionTests : IDisposable
{
    readonly PipelineProcess _pipeline = new();

    public CompletionTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These shells are of Unix systems.");
        var start = _pipeline.PathOf("build.sh");
        File.WriteAllText(start, $"#!/bin/sh\nHARVIS_ROOT='{_pipeline.Root}' exec dotnet '{PipelineProcess.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(start, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static TheoryData<string, string> Cases => new()
    {
        { "Gre", "Greet" },
        { "Needs", "NeedsMissing NeedsSecret" },
        { "Nothing", "" },
        { "--care|", "Normal High" },
        { "--care|H", "High" },
        { "Greet|--care|N", "Normal" },
        { "--parallel", "--parallelism" },
        { "--completion|", "bash zsh pwsh" },
        { "--api", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bash_Words_CompleteTo(string words, string expected)
    {
        var script = $$"""
            source <(./build.sh --completion bash)
            [[ $(complete -p ./build.sh) == *_harvis_build* ]] || exit 9
            COMP_WORDS=(./build.sh "$@") COMP_CWORD=$#
            _harvis_build
            echo "${COMPREPLY[*]}"
            """;

        var (exitCode, output, error) = await OtherProgram.RunAsync("apt-get install bash", _pipeline.Root, NoHost, "bash", ["--norc", "-c", script, "bash", .. words.Split('|')]);

        exitCode.ShouldBe(0, error);
        error.ShouldBeEmpty();
        output.Trim().ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Zsh_Words_CompleteTo(string words, string expected)
    {
        // compadd works inside the line editor only: here it prints what it gets behind "--".
        const string script = """
            autoload -Uz compinit && compinit -D -u
            source <(./build.sh --completion zsh)
            [[ $_comps[./build.sh] == _harvis_build ]] || exit 9
            compadd() { shift ${@[(i)--]}; print -r -- $# "$@" }
            words=(./build.sh "$@") CURRENT=$#words
            _harvis_build
            """;

        var (exitCode, output, error) = await OtherProgram.RunAsync("apt-get install zsh", _pipeline.Root, NoHost, "zsh", ["-f", "-c", script, "zsh", .. words.Split('|')]);

        exitCode.ShouldBe(0, error);
        var count = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        output.Trim().ShouldBe($"{count} {expected}".Trim(), error);
    }

    [Fact]
    public async Task Completion_OfEachShell_IsItsGoldenFile()
    {
        foreach (var shell in new[] { "bash", "zsh", "pwsh" })
        {
            var (exitCode, output, _) = await _pipeline.RunAsync("--completion", shell);
            exitCode.ShouldBe(0);
            Golden.Match($"completion.{shell}", output);
        }
    }

    public void Dispose() => _pipeline.Dispose();

    static readonly Dictionary<string, string?> NoHost = new() { ["GITHUB_ACTIONS"] = null, ["GITLAB_CI"] = null, ["CI"] = null };
}
