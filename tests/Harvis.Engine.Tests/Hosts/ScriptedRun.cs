using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Microsoft.Extensions.Time.Testing;

namespace Harvis.Engine.Tests.Hosts;

/// <summary>A run with an end of each kind, two nodes that write in turns, a long one, and one whose output is hostile.</summary>
sealed class ScriptedRun
{
    static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly string[] Hostile =
    [
        "::error title=Owned::by a target",
        "  ::set-output name=x::1",
        "##[add-mask]everything and ##[error]more",
        "before\r::warning::after a carriage return",
        "\e[31mred\e[0m \e[2J\e[1;1Hcleared \e]0;title\atext \u009B31mC1",
        "section_end:1:Hostile_3\r\e[0K",
        "\e[0Ksection_start:1:x[collapsed=true]\r\e[0Kforged",
        "[red]markup[/] [link=http://x]y[/] | <b>html</b>",
        "::stop-commands::x\n::endgroup::\n::x::",
        "宽字符 and 🚀",
    ];

    readonly IRunObserver _view;
    readonly List<NodeResult> _results = [];

    public ScriptedRun(IRunObserver view, FakeTimeProvider clock) => (_view, Clock) = (view, clock);

    public FakeTimeProvider Clock { get; }

    public static FakeTimeProvider NewClock() => new(Start);

    public static Plan Plan { get; } = PlanOf(
        ("Restore", []), ("Build:api", [0]), ("Build:web", [0]), ("Hostile", []), ("Test", [1, 2]), ("Pack", [1]), ("Push", [4, 5]), ("Notify", []));

    public static Plan PlanOf(params (string Name, int[] Needs)[] nodes) => new(
        [
            .. nodes.Select((node, index) => new PlannedNode
            {
                Index = index,
                Node = new TargetNode { Name = node.Name, Target = node.Name.Split(':')[0], Location = new SourceLocation("build/Build.cs", 10 + index) },
                Needs = node.Needs,
                Follows = [],
            }),
        ],
        []);

    /// <summary>Plays the run up to the moment when the most is shown.</summary>
    public void PlayFirstHalf()
    {
        _view.RunStarted(new RunStart("20260102-030405", Plan, 4));
        End(0, NodeOutcome.Unchanged, "inputs haven't changed", 0);
        Begin(1);
        Begin(2);
        Begin(3);
        Log(1, "compiling api");
        Log(2, "compiling web");
        Clock.Advance(TimeSpan.FromSeconds(1.9));
        foreach (var line in Hostile) Log(3, line);
        Log(1, "api is done");
        Log(2, "web: a warning follows");
        Log(2, "unused import, 100% of it\nin app.ts", LogLevel.Warning);
        Log(2, "only with --verbose", LogLevel.Debug);
    }

    public RunSummary PlaySecondHalf()
    {
        End(1, NodeOutcome.Succeeded, "", 1.9);
        End(3, NodeOutcome.Succeeded, "", 1.9);
        Begin(4);
        Log(4, "Step 5/12: testing");
        Clock.Advance(TimeSpan.FromSeconds(63));
        End(2, NodeOutcome.Succeeded, "", 64.9, warnings: 1);
        Log(4, "assertion failed", LogLevel.Error);
        _view.NodeStarted(Plan.Nodes[4], 2);
        Log(4, "assertion failed again", LogLevel.Error);
        Clock.Advance(TimeSpan.FromSeconds(60));
        End(4, NodeOutcome.Failed, "dotnet test ended with code 1: 2 of 40 failed\n::error::Owned\n  Expected: 3", 123, attempts: 2);
        End(5, NodeOutcome.Skipped, "only on main", 0);
        End(6, NodeOutcome.Blocked, "Test failed", 0);
        Begin(7);
        Clock.Advance(TimeSpan.FromMilliseconds(40));
        End(7, NodeOutcome.Cancelled, "the run was cancelled", 0.04);
        var summary = Summary();
        _view.RunEnded(summary);
        return summary;
    }

    RunSummary Summary() => new()
    {
        RunId = "20260102-030405",
        Outcome = RunOutcome.Failed,
        Results = [.. _results.OrderBy(result => result.Node.Index)],
        Elapsed = TimeSpan.FromSeconds(124.94),
        CriticalPath = [.. _results.Where(result => result.Node.Node.Name is "Build:web" or "Test").OrderBy(result => result.Node.Index)],
        Notes = ["backend answers at http://localhost:8000", "::set-output name=x::2"],
        RecordFolder = ".nuke/temp/runs/20260102-030405",
    };

    void Begin(int index) => _view.NodeStarted(Plan.Nodes[index], 1);

    void Log(int index, string text, LogLevel level = LogLevel.Info) => _view.NodeLogged(Plan.Nodes[index], level, text);

    void End(int index, NodeOutcome outcome, string reason, double seconds, int warnings = 0, int attempts = 1)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var result = new NodeResult
        {
            Node = Plan.Nodes[index],
            Outcome = outcome,
            Reason = reason,
            Started = Clock.GetUtcNow() - Start - duration,
            Duration = duration,
            Attempts = attempts,
            Warnings = warnings,
        };
        _results.Add(result);
        _view.NodeEnded(result);
    }
}
