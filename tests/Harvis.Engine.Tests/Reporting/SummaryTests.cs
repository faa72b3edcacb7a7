using System.Text.Json;
using CsCheck;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Reporting;

public sealed class SummaryTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(40, "40 ms")]
    [InlineData(999, "999 ms")]
    [InlineData(999.6, "1.0 s")]
    [InlineData(1900, "1.9 s")]
    [InlineData(59_960, "1 min 0 s")]
    [InlineData(123_400, "2 min 3 s")]
    [InlineData(3_599_600, "1 h 0 min")]
    [InlineData(3_900_000, "1 h 5 min")]
    public void Duration_Milliseconds_ReadAs(double milliseconds, string expected) =>
        HumanDuration.Text(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(expected);

    [Fact]
    public void Text_AnyWidth_HasNoWiderLine() =>
        Gen.Select(Gen.Int[50, 200], Gen.String, Gen.String).Sample((width, name, reason) =>
        {
            var summary = SummaryOf(5, name, reason) with { Notes = [] };
            foreach (var line in new SummaryText(width, new Ink(false)).Lines(summary)) CellWidth.Of(line).ShouldBeLessThanOrEqualTo(Math.Max(width, 60), line);
        }, iter: 300);

    [Fact]
    public void Text_ManyTargets_ShowsWhatIsNotWellAndTheSlowest()
    {
        var lines = new SummaryText(120, new Ink(false)).Lines(SummaryOf(500, "Target", "why"));
        lines.Count(line => line.StartsWith("Target", StringComparison.Ordinal)).ShouldBe(1 + 10 + 5);
        lines.ShouldContain(line => line.StartsWith("Failed: 500 targets in 10.0 s: 495 succeeded, 5 failed.", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_HostileText_IsOnlyText()
    {
        MarkdownReport.Escape("a|b\n<script>`x` **y** [z](http://x) @all \\").ShouldBe(
            "a\\|b<br>&lt;script&gt;\\`x\\` \\*\\*y\\*\\* \\[z\\](http://x) &#64;all \\\\");
    }

    [Fact]
    public void Report_ScriptedRun_IsAsGolden()
    {
        var folder = Directory.CreateTempSubdirectory("harvis-report-").FullName;
        RunReport.Write(Scripted(), folder);
        foreach (var file in new[] { RunReport.MarkdownFile, RunReport.JsonFile, RunReport.TraceFile })
            Golden.Match(file, File.ReadAllText(Path.Combine(folder, file)));
        using var trace = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, RunReport.TraceFile)));
        trace.RootElement.GetProperty("traceEvents").EnumerateArray().Count(item => item.GetProperty("ph").GetString() == "X").ShouldBe(5);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void StepSummary_SeveralRuns_AreAppendedUntilThePageIsFull()
    {
        var path = Path.GetTempFileName();
        RunReport.AppendToStepSummary(Scripted(), path);
        RunReport.AppendToStepSummary(Scripted(), path);
        File.ReadAllText(path).Split("| Target |").Length.ShouldBe(3);
        RunReport.AppendToStepSummary(SummaryOf(20_000, "Target", new string('x', 50)), path);
        File.ReadAllText(path).ShouldEndWith("too long for this page: records/report.md\n");
        File.Delete(path);
    }

    static RunSummary Scripted()
    {
        var clock = ScriptedRun.NewClock();
        var run = new ScriptedRun(new NoView(), clock);
        run.PlayFirstHalf();
        return run.PlaySecondHalf();
    }

    static RunSummary SummaryOf(int count, string name, string reason)
    {
        var plan = ScriptedRun.PlanOf([.. Enumerable.Range(0, count).Select(i => ($"{name}{i}", Array.Empty<int>()))]);
        var results = plan.Nodes.Select(node => new NodeResult
        {
            Node = node,
            Outcome = node.Index % 100 == 1 ? NodeOutcome.Failed : NodeOutcome.Succeeded,
            Reason = reason,
            Duration = TimeSpan.FromMilliseconds(node.Index % 100 == 1 ? 1 : node.Index),
        }).ToList();
        return new RunSummary
        {
            RunId = "1",
            Outcome = RunOutcome.Failed,
            Results = results,
            Elapsed = TimeSpan.FromSeconds(10),
            CriticalPath = [.. results.Take(4)],
            Notes = ["a note"],
            RecordFolder = "records",
        };
    }

    sealed class NoView : IRunObserver
    {
        public void RunStarted(RunStart start)
        {
        }

        public void NodeStarted(Harvis.Engine.Planning.PlannedNode node, int attempt)
        {
        }

        public void NodeLogged(Harvis.Engine.Planning.PlannedNode node, Harvis.Engine.Logging.LogLevel level, string text)
        {
        }

        public void NodeEnded(NodeResult result)
        {
        }

        public void RunEnded(RunSummary summary)
        {
        }
    }
}
