using Harvis.Engine.Processes;
using Harvis.Testing.Processes;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Harvis.Testing.Tests.Processes;

/// <summary>The contract, held by programs that are played; and what a test learns of them.</summary>
public sealed class FakeProcessRunnerTests : ProcessRunnerContract
{
    readonly FakeProcessRunner _runner;

    public FakeProcessRunnerTests() => _runner = new FakeProcessRunner(Log)
        .Plays("print", command => new ProcessResult(command, int.Parse(command.Arguments[2], System.Globalization.CultureInfo.InvariantCulture), command.Arguments[0], command.Arguments[1]))
        .Plays("sleep", async (command, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new ProcessResult(command, 0, "", "");
        });

    protected override IProcessRunner Runner => _runner;

    protected override ProcessCommand Printing(string output, string error, int code) => new("print", output, error, $"{code}");

    protected override ProcessCommand Endless() => new("sleep", "61");

    [Fact]
    public async Task Commands_WhatRan_IsKeptInOrder()
    {
        await _runner.RunAsync(Printing("a", "", 0), Token);
        await Should.ThrowAsync<ProgramNotFoundException>(() => _runner.RunAsync(new ProcessCommand("other"), Token));

        _runner.Commands.Select(command => command.Program).ShouldBe(["print", "other"]);
    }

    [Fact]
    public async Task Plays_Again_TheLastCounts()
    {
        _runner.Plays("print", "fixed", exitCode: 7, error: "e");

        (await _runner.RunAsync(Printing("a", "", 0), Token)).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(7), r => r.Output.ShouldBe("fixed"), r => r.Error.ShouldBe("e"));
    }

    [Fact]
    public async Task Clock_OfTheTest_DecidesWhenTimeIsUp()
    {
        var clock = new FakeTimeProvider();
        var run = new FakeProcessRunner(clock: clock).Plays("deaf", (_, _) => new TaskCompletionSource<ProcessResult>().Task).RunAsync(new ProcessCommand("deaf"), Token);

        clock.Advance(TimeSpan.FromMinutes(59));
        run.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(2));

        await Should.ThrowAsync<TimeoutException>(() => run);
    }
}
