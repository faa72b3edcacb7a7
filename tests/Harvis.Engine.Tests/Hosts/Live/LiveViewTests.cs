using Harvis.Engine.Hosts;
using Harvis.Engine.Logging;
using Harvis.Engine.Running;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Hosts.Live;

public sealed class LiveViewTests
{
    static readonly RunViewOptions Options = new() { TemporaryFolder = Path.GetTempPath() };

    readonly StringConsole _console = new() { IsTerminal = true };

    IRunView View(TimeProvider clock, bool verbose = false) =>
        RunView.Create(new Host(HostKind.Terminal, true), _console, Options with { Verbose = verbose }, clock);

    string Shown
    {
        get
        {
            var screen = new Screen();
            screen.Write(_console.Written);
            return screen.Text;
        }
    }

    [Fact]
    public void Terminal_ScriptedRun_IsAsGolden()
    {
        var clock = ScriptedRun.NewClock();
        using var view = View(clock, verbose: true);
        var run = new ScriptedRun(view, clock);
        run.PlayFirstHalf();
        clock.Advance(TimeSpan.FromMilliseconds(125));
        var half = Shown;
        run.PlaySecondHalf();
        Golden.Match("Terminal", $"--- 2 s ---\n{half}\n--- end ---\n{Shown}\n");
    }

    [Fact]
    public void Terminal_Cancelled_SaysHowToKill()
    {
        var clock = ScriptedRun.NewClock();
        using var view = View(clock);
        new ScriptedRun(view, clock).PlayFirstHalf();
        view.CancelRequested();
        Shown.ShouldContain("\nCancelling, cleaning up; press Ctrl-C again to kill.");
    }

    [Fact]
    public void Terminal_RunEnded_LeavesNothingOfTheRegion()
    {
        var clock = ScriptedRun.NewClock();
        using var view = View(clock);
        var run = new ScriptedRun(view, clock);
        run.PlayFirstHalf();
        run.PlaySecondHalf();
        Shown.ShouldNotContain("⠋");
        Shown.ShouldNotContain("waits for");
        Shown.ShouldNotContain("waiting");
    }

    [Fact]
    public void Terminal_ShortRun_DrawsNoRegion()
    {
        using var view = View(ScriptedRun.NewClock());
        view.RunStarted(new RunStart("1", ScriptedRun.Plan, 4));
        view.NodeEnded(new NodeResult { Node = ScriptedRun.Plan.Nodes[0], Outcome = NodeOutcome.Unchanged });
        view.RunEnded(new RunSummary { RunId = "1", Outcome = RunOutcome.Succeeded, Results = [], Elapsed = TimeSpan.Zero, CriticalPath = [] });
        _console.Written.ShouldNotContain("⠋");
        Shown.ShouldStartWith("= Restore unchanged");
    }

    [Theory]
    [InlineData(NodeOutcome.Succeeded, 4)]
    [InlineData(NodeOutcome.Failed, 3000)]
    public void Terminal_LongLog_IsShownWholeOnlyOfFailures(NodeOutcome outcome, int expected)
    {
        var clock = ScriptedRun.NewClock();
        using var view = View(clock);
        view.RunStarted(new RunStart("1", ScriptedRun.Plan, 4));
        var node = ScriptedRun.Plan.Nodes[0];
        view.NodeStarted(node, 1);
        for (var i = 0; i < 3000; i++) view.NodeLogged(node, LogLevel.Info, $"line {i} of a long log with [brackets]");
        view.NodeEnded(new NodeResult { Node = node, Outcome = outcome });
        clock.Advance(TimeSpan.FromSeconds(1));
        Shown.Split('\n').Count(line => line.EndsWith("[brackets]", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void Terminal_MadeNarrower_GoesUpByTheWrappedLines()
    {
        var clock = ScriptedRun.NewClock();
        using var view = View(clock);
        new ScriptedRun(view, clock).PlayFirstHalf();
        clock.Advance(TimeSpan.FromMilliseconds(125));
        var before = _console.Written.Length;
        _console.Width = 20;
        clock.Advance(TimeSpan.FromMilliseconds(125));
        var up = System.Text.RegularExpressions.Regex.Match(_console.Written[before..], @"\e\[(\d+)A").Groups[1].Value;
        int.Parse(up, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(12);
    }
}
