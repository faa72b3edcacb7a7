using System.Diagnostics;
using Harvis.Engine.Processes;
using Harvis.Model.Secrets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Processes;

public sealed class ProcessRunnerTests : ShellFixture
{
    [Fact]
    public async Task Run_OutputAndError_AreResultAndLog()
    {
        var result = await Runner.RunAsync(Sh("echo out; echo err >&2; printf last; exit 3"), Token);
        result.ShouldSatisfyAllConditions(
            () => result.ExitCode.ShouldBe(3),
            () => result.Output.ShouldBe("out\nlast"),
            () => result.Error.ShouldBe("err\n"));
        Log.Infos.ShouldBe(["out", "err", "last"], ignoreOrder: true);
        Should.Throw<ProcessFailedException>(() => result.EnsureSuccess()).Message.ShouldContain("code 3: err");
    }

    [Fact]
    public async Task Run_Arguments_ArePassedOneByOne()
    {
        string[] arguments = ["a b", "", "$HOME", "'\"\\", "*", "é\n"];
        var result = await Runner.RunAsync(new ProcessCommand("sh", ["-c", "for a; do printf '<%s>' \"$a\"; done", "sh", .. arguments]), Token);
        result.Output.ShouldBe(string.Concat(arguments.Select(argument => $"<{argument}>")));
    }

    [Fact]
    public async Task Run_Input_IsReadToItsEnd()
    {
        var result = await Runner.RunAsync(new ProcessCommand("cat") { Input = "line\nnäxt" }, Token);
        result.Output.ShouldBe("line\nnäxt");
        (await Runner.RunAsync(new ProcessCommand("cat"), Token)).Output.ShouldBe("");
    }

    [Fact]
    public async Task Run_InputThatNobodyReads_IsNoError() =>
        (await Runner.RunAsync(new ProcessCommand("true") { Input = new string('x', 1_000_000) }, Token)).ExitCode.ShouldBe(0);

    [Fact]
    public async Task Run_Secrets_AreMaskedInTheLogOnly()
    {
        var token = new Secret("TOKEN", "s3cr3t-value");
        var command = Sh("cat; printf ' %s' \"$TOKEN\" | fold -w 5 | tr -d '\\n'; printf s3cr; sleep 0.1; echo 3t-value") with
        {
            SecretInput = token,
            SecretVariables = new Dictionary<string, Secret> { ["TOKEN"] = token },
        };
        var result = await Runner.RunAsync(command, Token);
        result.Output.ShouldBe("s3cr3t-value s3cr3t-values3cr3t-value\n");
        Log.Infos.ShouldBe(["*** ******"]);
    }

    [Fact]
    public async Task Run_Variables_AreSetAndRemoved()
    {
        var command = new ProcessCommand("sh", "-c", "echo $A-${HOME-none}; pwd")
        {
            Variables = new Dictionary<string, string?> { ["A"] = "1", ["HOME"] = null },
            WorkingDirectory = "sub",
        };
        Directory.CreateDirectory(Path.Combine(Folder, "sub"));
        (await Runner.RunAsync(command, Token)).Output.ShouldBe($"1-none\n{Folder}/sub\n");
    }

    [Fact]
    public async Task Run_Quiet_LogsNothing()
    {
        (await Runner.RunAsync(Sh("echo x") with { Quiet = true }, Token)).Output.ShouldBe("x\n");
        Log.Infos.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("there-is-no-such-program")]
    [InlineData("./nor-here")]
    [InlineData("./not-executable")]
    [InlineData("./bad-interpreter")]
    public async Task Run_NoSuchProgram_Throws(string program)
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "not-executable"), "#!/bin/sh\n", Token);
        await WriteScriptAsync("bad-interpreter", "#!/no/such/interpreter\n");
        var error = await Should.ThrowAsync<ProgramNotFoundException>(Runner.RunAsync(new ProcessCommand(program), Token));
        error.Program.ShouldBe(program);
    }

    [Fact]
    public async Task Run_ProgramInTheWorkingDirectory_IsNotFoundByItsName()
    {
        await WriteScriptAsync("anyones-git", "#!/bin/sh\necho bad\n");
        await Should.ThrowAsync<ProgramNotFoundException>(Runner.RunAsync(new ProcessCommand("anyones-git"), Token));
        (await Runner.RunAsync(new ProcessCommand("./anyones-git"), Token)).Output.ShouldBe("bad\n");
    }

    [Fact]
    public async Task Run_NoSuchFolder_Throws() =>
        await Should.ThrowAsync<DirectoryNotFoundException>(Runner.RunAsync(new ProcessCommand("true") { WorkingDirectory = "gone" }, Token));

    [Fact]
    public async Task Run_EndedBySignal_Gives128AndItsNumber() =>
        (await Runner.RunAsync(Sh("kill -9 $$"), Token)).ExitCode.ShouldBe(137);

    [Fact]
    public async Task Run_InvalidUtf8AndProgress_AreReadable()
    {
        await Runner.RunAsync(Sh("printf 'a\\377b\\r\\n10%%\\r20%%\\r30%%\\n\\303'; sleep 0.05; printf '\\251\\n\\n end'"), Token);
        Log.Infos.ShouldBe(["a\uFFFDb", "30%", "é", "", " end"]);
    }

    [Fact]
    public async Task Run_HundredMegabytes_KeepsTheLastPartInBoundedMemory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var log = new CountingLog();
        var runner = new ProcessRunner(Folder, log, Masker, TimeProvider.System);
        var result = await runner.RunAsync(Sh("yes 0123456789 2>/dev/null | head -c 100000000; echo; echo end"), Token);
        result.Output.Length.ShouldBe(ProcessResult.MaxCapturedChars);
        result.Output.ShouldEndWith("\nend\n");
        log.Entries.ShouldBe((100_000_000 + 10) / 11 + 1);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(120_000_000);
    }

    [Fact]
    public async Task Run_OneEndlessLine_IsCutInTheLog()
    {
        await Runner.RunAsync(Sh("head -c 50000000 /dev/zero | tr '\\0' x; echo; echo end"), Token);
        Log.Infos.Count.ShouldBe(2);
        Log.Infos[0].Length.ShouldBeLessThan(LogLines.MaxLineChars + 100);
        Log.Infos[0].ShouldEndWith("… (49934464 more characters on this line)");
    }

    [Fact]
    public async Task Run_DaemonHoldsTheOutput_IsNotWaitedFor()
    {
        var watch = Stopwatch.StartNew();
        var result = await Runner.RunAsync(Sh("echo started; sleep 60 &"), Token);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        result.Output.ShouldBe("started\n");
        if (OperatingSystem.IsLinux()) Left().Count.ShouldBe(1, "a background process is left to itself after a normal end");
    }

    async Task WriteScriptAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, text, Token);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    sealed class CountingLog : Harvis.Engine.Logging.IRunLog
    {
        public int Entries { get; private set; }

        public void Write(Harvis.Engine.Logging.LogLevel level, string text) => Entries += level == Harvis.Engine.Logging.LogLevel.Info ? 1 : 0;
    }
}
