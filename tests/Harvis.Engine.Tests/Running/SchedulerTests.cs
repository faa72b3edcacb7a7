using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

public sealed class SchedulerTests
{
    static readonly Resource Memory = new("memory", 3);

    static readonly Resource Gpu = new("gpu");

    [Fact]
    public void Run_EmptyPlan_EndsAtOnce()
    {
        using var run = new WatchedRun(new Plan([], []), 4, 1);
        run.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public void Run_Failure_BlocksDependentsWithTheReasonAndNothingElse()
    {
        using var run = Watch(Node("A"), Node("B") with { DependsOn = ["A"] }, Node("C") with { DependsOn = ["B"] }, Node("D"));
        run.End("A", NodeOutcome.Failed);
        run.End("D", NodeOutcome.Succeeded);
        Lines(run).ShouldBe(["A Failed", "B Blocked \"A\" failed", "C Blocked \"A\" failed", "D Succeeded"]);
    }

    [Fact]
    public void Run_AssuredNode_RunsAfterFailureAndDependentsOfItToo()
    {
        using var run = Watch(Node("A"), Node("Clean") with { DependsOn = ["A"], AssuredAfterFailure = true }, Node("After") with { DependsOn = ["Clean"] });
        run.End("A", NodeOutcome.Failed);
        run.End("Clean", NodeOutcome.Succeeded);
        run.End("After", NodeOutcome.Succeeded);
        Lines(run).ShouldBe(["A Failed", "Clean Succeeded", "After Succeeded"]);
    }

    [Theory]
    [InlineData(false, NodeOutcome.Failed, "Report Blocked \"Test\", which triggers it, didn't succeed")]
    [InlineData(true, NodeOutcome.Failed, null)]
    [InlineData(false, NodeOutcome.Skipped, "Report Skipped \"Test\", which triggers it, was skipped")]
    [InlineData(true, NodeOutcome.Skipped, "Report Skipped \"Test\", which triggers it, was skipped")]
    [InlineData(false, NodeOutcome.Unchanged, null)]
    public void Run_TriggeredNode_RunsOnlyIfItsTriggerFires(bool proceeds, NodeOutcome outcome, string? end)
    {
        using var run = Watch(["Test"], Node("Test") with { Triggers = ["Report"], ProceedAfterFailure = proceeds }, Node("Report"));
        run.End("Test", outcome);
        if (end is null) run.End("Report", NodeOutcome.Succeeded);
        Lines(run)[1].ShouldBe(end ?? "Report Succeeded");
    }

    [Fact]
    public void Run_TriggerOfSeveralItems_FiresAfterFailureWhereItProceeds()
    {
        var item = new TargetNode { Name = "", Target = "Scan", ProceedAfterFailure = true };
        using var run = Watch(
            ["Scan"],
            item with { Name = "Scan:a", Item = "a" },
            item with { Name = "Scan:b", Item = "b" },
            item with { Name = "Scan", Joins = ["Scan:a", "Scan:b"], Triggers = ["Report"] },
            Node("Report"));
        run.End("Scan:a", NodeOutcome.Failed);
        run.End("Scan:b", NodeOutcome.Succeeded);
        run.End("Report", NodeOutcome.Succeeded);
        Lines(run).ShouldBe(["Scan:a Failed", "Scan:b Succeeded", "Scan Blocked \"Scan:a\" failed", "Report Succeeded"]);
    }

    [Theory]
    [InlineData(NodeOutcome.Failed, NodeOutcome.Skipped)]
    [InlineData(NodeOutcome.Skipped, NodeOutcome.Failed)]
    public void Run_SeveralTriggers_TheWorstDecides(NodeOutcome first, NodeOutcome second)
    {
        using var run = Watch(["A", "B"], Node("A") with { Triggers = ["C"] }, Node("B") with { Triggers = ["C"] }, Node("C"));
        run.End("A", first);
        run.End("B", second);
        run.Results[2].Outcome.ShouldBe(NodeOutcome.Blocked);
    }

    [Fact]
    public void Run_ManySmallUses_DoNotStarveALargeOne()
    {
        TargetNode[] small = [.. Enumerable.Range(0, 12).Select(i => Node($"S{i:00}") with { Uses = [new ResourceUse(Memory)], DependsOn = i < 3 ? [] : [$"S{i - 3:00}"] })];
        var large = Node("Large") with { Uses = [new ResourceUse(Memory, 3)] };
        using var run = Watch([small[0].Name, small[1].Name, small[2].Name, "Large", .. small.Skip(3).Select(node => node.Name)], [.. small, large]);
        foreach (var name in new[] { "S00", "S01", "S02" }) run.End(name, NodeOutcome.Succeeded);
        run.Until(() => run.Runner.Running.Count > 0, "something runs");
        run.Runner.Running.Select(node => node.Node.Node.Name).ShouldBe(["Large"]);
        run.ToEnd();
    }

    [Fact]
    public void Run_StoppedWhileSeveralWaitForOneResource_Ends()
    {
        using var run = Watch([.. Enumerable.Range(0, 5).Select(i => Node($"N{i}") with { Uses = [new ResourceUse(Gpu)] })]);
        run.Until(() => run.Runner.Running.Count == 1, "one runs");
        run.Stop();
        run.Runner.End(run.Runner.Running[0], NodeOutcome.Cancelled);
        run.Until(() => run.IsEnded, "the run ends");
        run.Outcomes.ShouldAllBe(outcome => outcome == NodeOutcome.Cancelled);
        run.Runner.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_RunnerThatThrows_IsAFailureOfThatNodeOnly()
    {
        var plan = PlanOf(["A", "B"], [Node("A"), Node("B")]);
        var scheduler = new Scheduler(plan, 2, new ThrowingRunner(), _ => { }, () => TimeSpan.Zero);
        var results = await scheduler.RunAsync(CancellationToken.None, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        results.Select(result => $"{result.Outcome} {result.Reason}").ShouldBe(["Failed no room", "Succeeded "]);
    }

    [Fact]
    public async Task Run_ChainOf100000Nodes_EndsWithoutDeepStack()
    {
        const int length = 100_000;
        TargetNode[] nodes = [.. Enumerable.Range(0, length).Select(i => Node($"N{i}") with { DependsOn = i == 0 ? [] : [$"N{i - 1}"] })];
        var plan = Planner.Plan(new TargetGraph(nodes), new PlanRequest { Targets = [$"N{length - 1}"] });
        var scheduler = new Scheduler(plan, 16, new InstantRunner(hasWork: false), _ => { }, () => TimeSpan.Zero);
        (await scheduler.RunAsync(CancellationToken.None, CancellationToken.None)).Count.ShouldBe(length);
    }

    static TargetNode Node(string name) => new() { Name = name, Target = name };

    static WatchedRun Watch(params TargetNode[] nodes) => Watch([.. nodes.Select(node => node.Name)], nodes);

    static WatchedRun Watch(string[] asked, params TargetNode[] nodes) => new(PlanOf(asked, nodes), 16, 1);

    static Plan PlanOf(string[] asked, TargetNode[] nodes) => Planner.Plan(new TargetGraph(nodes), new PlanRequest { Targets = asked });

    static IReadOnlyList<string> Lines(WatchedRun run)
    {
        run.Until(() => run.IsEnded, "the run ends");
        return [.. run.Results.Select(result => $"{result.Node} {result.Outcome} {result.Reason}".TrimEnd())];
    }

    sealed class ThrowingRunner : INodeRunner
    {
        public bool HasWork(PlannedNode node) => true;

        public Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken) =>
            node.Node.Name == "A" ? throw new IOException("no room") : Task.FromResult(new NodeResult { Node = node, Outcome = NodeOutcome.Succeeded });
    }

    sealed class InstantRunner(bool hasWork) : INodeRunner
    {
        public bool HasWork(PlannedNode node) => hasWork;

        public Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken) =>
            Task.FromResult(new NodeResult { Node = node, Outcome = NodeOutcome.Succeeded });
    }
}
