using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Testing.Logging;
using Shouldly;

namespace Harvis.Testing.Tests.Processes;

/// <summary>What everybody who runs programs may rely on, whether they are real or played.</summary>
public abstract class ProcessRunnerContract
{
    private protected RecordingLog Log { get; } = new();

    protected abstract IProcessRunner Runner { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A program that prints this and ends with this code.</summary>
    protected abstract ProcessCommand Printing(string output, string error, int code);

    /// <summary>A program that doesn't end.</summary>
    protected abstract ProcessCommand Endless();

    [Fact]
    public async Task Run_Program_GivesCodeOutputErrorAndTheCommand()
    {
        var command = Printing("one\ntwo\n", "", 0);

        (await Runner.RunAsync(command, Token)).ShouldBe(new ProcessResult(command, 0, "one\ntwo\n", ""));
        Log.Of(LogLevel.Info).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Run_AnotherCode_IsNoExceptionUntilSuccessIsAskedFor()
    {
        var result = await Runner.RunAsync(Printing("", "no such thing\n", 3), Token);

        (result.ExitCode, result.Error).ShouldBe((3, "no such thing\n"));
        Should.Throw<ProcessFailedException>(() => result.EnsureSuccess()).Message.ShouldEndWith("ended with code 3: no such thing");
    }

    [Fact]
    public async Task Run_Quiet_IsNotLogged()
    {
        (await Runner.RunAsync(Printing("one\n", "", 0) with { Quiet = true }, Token)).Output.ShouldBe("one\n");

        Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_NoSuchProgram_NamesIt() =>
        (await Should.ThrowAsync<ProgramNotFoundException>(() => Runner.RunAsync(new ProcessCommand("there-is-no-such-program"), Token))).Program.ShouldBe("there-is-no-such-program");

    [Fact]
    public async Task Run_CancelledBefore_RunsNothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Runner.RunAsync(Printing("one\n", "", 0), cancel.Token));

        Log.Of(LogLevel.Info).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_CancelledMeanwhile_Ends()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = Runner.RunAsync(Endless(), cancel.Token);
        run.IsCompleted.ShouldBeFalse();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Run_LongerThanItsTime_SaysSo() =>
        (await Should.ThrowAsync<TimeoutException>(() => Runner.RunAsync(Endless() with { Timeout = TimeSpan.FromMilliseconds(200) }, Token))).Message.ShouldContain("took longer than 0.2 s");

    [Fact]
    public async Task Run_ManyAtOnce_EachGetsItsOwn()
    {
        var outputs = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => (await Runner.RunAsync(Printing($"{i}", "", 0), Token)).Output));

        outputs.ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i}"));
    }
}
