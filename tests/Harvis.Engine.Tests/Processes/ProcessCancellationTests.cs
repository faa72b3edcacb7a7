using System.Diagnostics;
using System.Globalization;
using Harvis.Engine.Processes;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Processes;

public sealed class ProcessCancellationTests : ShellFixture
{
    // Three levels; the lowest has left the session and its parent, and holds the output.
    const string Family = """
        sh -c 'sh -c "setsid sleep 61 & sleep 62 & wait" & touch ready; wait' &
        (setsid sh -c "sleep 63 & sleep 64" &)
        wait
        """;

    [Fact]
    public async Task Cancel_BeforeTheStart_RunsNothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Runner.RunAsync(Sh("touch started"), cancel.Token));
        File.Exists(Path.Combine(Folder, "started")).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancel_TreeOfThreeLevels_LeavesNothing()
    {
        var error = await CancelWhenReadyAsync(Family, TimeSpan.FromSeconds(5));
        error.ShouldBeAssignableTo<OperationCanceledException>();
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_TreeThatIgnoresThePoliteSignal_IsEndedByForce()
    {
        var watch = Stopwatch.StartNew();
        await CancelWhenReadyAsync("trap '' TERM; sh -c 'touch ready; sleep 61 & sleep 62' & while :; do sleep 1; done", TimeSpan.FromMilliseconds(300));
        Left().ShouldBeEmpty();
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(300));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Cancel_ProgramThatCleansUp_HasTheGracePeriod()
    {
        await CancelWhenReadyAsync("trap 'sleep 0.3; touch cleaned; exit 0' TERM; touch ready; while :; do sleep 0.05; done", TimeSpan.FromSeconds(10));
        File.Exists(Path.Combine(Folder, "cleaned")).ShouldBeTrue();
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_ChildWithClearedEnvironment_IsFoundByItsParent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc.");
        await CancelWhenReadyAsync("env -i sh -c 'echo $$ > pid; touch ready; sleep 61; true'; true", TimeSpan.FromSeconds(5));
        var id = await File.ReadAllTextAsync(Path.Combine(Folder, "pid"), Token);
        LinuxProcess.All().ShouldNotContain(process => process.Id == int.Parse(id, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Cancel_WhileADaemonHoldsTheOutput_EndsTheDaemon()
    {
        var error = await CancelWhenReadyAsync("sleep 61 & touch ready", TimeSpan.FromSeconds(5), after: TimeSpan.FromMilliseconds(300));
        error.ShouldBeAssignableTo<OperationCanceledException>();
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Timeout_EndsTheTreeAndSaysSo()
    {
        var command = Sh(Family) with { Timeout = TimeSpan.FromMilliseconds(500) };
        var error = await Should.ThrowAsync<TimeoutException>(Runner.RunAsync(command, Token));
        error.Message.ShouldContain("took longer than 0.5 s");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_FiftyAtRandomTimes_LeavesNothing()
    {
        var random = new Random(7);
        var delays = Enumerable.Range(0, 50).Select(_ => random.Next(0, 600)).ToList();
        await Task.WhenAll(delays.Select(async delay =>
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
            cancel.CancelAfter(delay);
            await Should.ThrowAsync<OperationCanceledException>(Runner.RunAsync(Sh(Family), cancel.Token));
        }));
        Left().ShouldBeEmpty();
        Zombies().ShouldBe(0);
    }

    async Task<Exception> CancelWhenReadyAsync(string script, TimeSpan gracePeriod, TimeSpan after = default)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = Runner.RunAsync(Sh(script) with { GracePeriod = gracePeriod }, cancel.Token);
        await AppearsAsync("ready");
        await Task.Delay(after, Token);
        await cancel.CancelAsync();
        return await Should.ThrowAsync<OperationCanceledException>(run);
    }

    // Children of this process that have ended and weren't collected.
    static int Zombies() => OperatingSystem.IsLinux()
        ? Directory.EnumerateDirectories("/proc").Count(folder => Stat(folder) is { } stat && stat.Contains($") Z {Environment.ProcessId} ", StringComparison.Ordinal))
        : 0;

    static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
