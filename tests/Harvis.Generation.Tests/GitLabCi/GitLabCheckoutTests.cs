using System.Diagnostics;
using Harvis.Generation.GitLabCi;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>The commands that go to the approved commit, run by a shell in a clone of a real repository.</summary>
public sealed class GitLabCheckoutTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("harvis-checkout-").FullName;
    readonly string _approved;
    readonly string _newer;

    public GitLabCheckoutTests()
    {
        Run("git", ["init", "--quiet", "--initial-branch=main", "origin"]);
        Run("git", ["-C", "origin", "config", "uploadpack.allowAnySHA1InWant", "true"]);
        (_approved, _newer) = (Commit("approved"), Commit("newer"));
        Run("git", ["clone", "--quiet", "--depth", "1", $"file://{_folder}/origin", "clone"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("bash", false)]
    [InlineData("bash", true)]
    [InlineData("sh", false)]
    [InlineData("sh", true)]
    public void Script_CommitThatTheBranchHasLeft_IsCheckedOut(string shell, bool hasHistory)
    {
        File.WriteAllText(Path.Combine(_folder, "clone", "artifact"), "taken from another job");

        var (code, output) = Shell(shell, GitLabCheckout.Script(hasHistory, isAlways: true), _approved);

        code.ShouldBe(0, output);
        Head().ShouldBe(_approved);
        File.ReadAllText(Path.Combine(_folder, "clone", "file")).ShouldBe("approved");
        File.Exists(Path.Combine(_folder, "clone", "artifact")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("main")]
    [InlineData("$(touch pwned)")]
    [InlineData("`touch pwned`")]
    [InlineData("; touch pwned")]
    [InlineData("--upload-pack=touch pwned")]
    [InlineData("0123456789")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Script_WhatIsNoCommitOfTheRepository_FailsAndRunsNothing(string commit)
    {
        foreach (var shell in new[] { "bash", "sh" })
        {
            var (code, output) = Shell(shell, GitLabCheckout.Script(hasHistory: false, isAlways: true), commit);

            code.ShouldNotBe(0);
            output.ShouldContain("commit", Case.Insensitive);
            output.ShouldNotContain("reached the script");
            Head().ShouldBe(_newer);
            Directory.GetFiles(_folder, "pwned*", SearchOption.AllDirectories).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Script_PipelineOfASchedule_KeepsThePipelinesCommit()
    {
        var (code, output) = Shell("bash", GitLabCheckout.Script(hasHistory: false, isAlways: false), "", source: "schedule");

        code.ShouldBe(0, output);
        Head().ShouldBe(_newer);
    }

    [Fact]
    public void Script_PipelineOfATriggerWithoutCommit_Fails() =>
        Shell("bash", GitLabCheckout.Script(hasHistory: false, isAlways: false), "", source: "trigger").Code.ShouldNotBe(0);

    (int Code, string Output) Shell(string shell, string script, string commit, string source = "trigger") =>
        Process(shell, ["-e", "-c", $"{script}\necho reached the script"], "clone", [("HARVIS_COMMIT", commit), ("CI_PIPELINE_SOURCE", source)]);

    string Commit(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "origin", "file"), text);
        Run("git", ["-C", "origin", "add", "file"]);
        Run("git", ["-C", "origin", "-c", "user.name=n", "-c", "user.email=n@example.com", "commit", "--quiet", "-m", text]);
        return Run("git", ["-C", "origin", "rev-parse", "HEAD"]).Trim();
    }

    string Head() => Run("git", ["-C", "clone", "rev-parse", "HEAD"]).Trim();

    string Run(string program, string[] arguments)
    {
        var (code, output) = Process(program, arguments, "", []);
        code.ShouldBe(0, output);
        return output;
    }

    (int Code, string Output) Process(string program, string[] arguments, string folder, (string, string)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.Combine(_folder, folder), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
