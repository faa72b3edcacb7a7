using Harvis.Engine.Planning;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Planning;

public sealed class PlannerTests
{
    [Fact]
    public void Plan_UnrelatedTargets_RunInTheOrderAsked() =>
        Order(Plan(["C", "A", "B"], Node("A"), Node("B"), Node("C"))).ShouldBe(["C", "A", "B"]);

    [Fact]
    public void Plan_Dependencies_RunInTheOrderDeclared() =>
        Order(Plan(["All"], Node("All") with { DependsOn = ["C", "B", "A"] }, Node("A"), Node("B"), Node("C"))).ShouldBe(["A", "B", "C", "All"]);

    [Fact]
    public void Plan_AskedInAnotherCaseAndTwice_IsPlannedOnce() =>
        Order(Plan(["build", "BUILD"], Node("Build"))).ShouldBe(["Build"]);

    [Fact]
    public void Plan_OrderWithoutDependency_HoldsOnlyWhereBothRun()
    {
        TargetNode[] nodes = [Node("A") with { After = ["B"] }, Node("B"), Node("C") with { Before = ["B"] }];
        Order(Plan(["A"], nodes)).ShouldBe(["A"]);
        Order(Plan(["A", "B", "C"], nodes)).ShouldBe(["C", "B", "A"]);
    }

    [Fact]
    public void Plan_StaticCondition_SkipsWhatNothingElseNeedsWithTheReason()
    {
        TargetNode[] nodes = [Node("Base"), Node("Build") with { DependsOn = ["Base"] }, Skipped("Push") with { DependsOn = ["Build"] }, Node("All") with { DependsOn = ["Push"] }];
        Lines(Plan(["All"], nodes)).ShouldBe(
            ["Base: not needed: \"Build\" is skipped", "Build: not needed: \"Push\" is skipped", "Push: only when on CI", "All"]);
        Lines(Plan(["All", "Base"], nodes)).ShouldContain("Base");
    }

    [Fact]
    public void Plan_SkippedTargetThatKeepsItsDependencies_RunsThem() =>
        Lines(Plan(["Push"], Node("Build"), Skipped("Push") with { DependsOn = ["Build"], WhenSkipped = DependencyBehavior.Execute }))
            .ShouldBe(["Build", "Push: only when on CI"]);

    [Fact]
    public void Plan_SkipWithoutNames_SkipsAllThatWasNotAskedForItself()
    {
        TargetNode[] nodes = [Node("A"), Item("B", "x") with { DependsOn = ["A"] }, Join("B", "x"), Node("C") with { DependsOn = ["B"], Triggers = ["D"] }, Node("D")];
        Lines(Plan(new PlanRequest { Targets = ["C"], Skip = [] }, nodes)).ShouldBe(["A: --skip", "B:x: --skip", "B: --skip", "C", "D: --skip"]);
        Lines(Plan(new PlanRequest { Targets = ["B"], Skip = [] }, nodes)).ShouldBe(["A: --skip", "B:x", "B"]);
    }

    [Fact]
    public void Plan_SkippedTargetOfSeveralItems_SkipsEachItem() =>
        Lines(Plan(new PlanRequest { Targets = ["C"], Skip = ["b"] }, Item("B", "x"), Join("B", "x"), Node("C") with { DependsOn = ["B"] }))
            .ShouldBe(["B:x: --skip", "B: --skip", "C"]);

    [Fact]
    public void Plan_Only_LeavesOutDependenciesAndTriggersButNotItems() =>
        Lines(Plan(
            new PlanRequest { Targets = ["B"], Only = true },
            Node("A"), Item("B", "x") with { DependsOn = ["A"] }, Item("B", "y"), Join("B", "x", "y") with { Triggers = ["C"] }, Node("C")))
            .ShouldBe(["B:x", "B:y", "B"]);

    [Fact]
    public void Plan_OneItem_LeavesOutTheOthers() =>
        Lines(Plan(["B:y"], Node("A"), Item("B", "x"), Item("B", "y") with { DependsOn = ["A"] }, Join("B", "x", "y"))).ShouldBe(["A", "B:y"]);

    [Fact]
    public void Plan_OneItem_KeepsTheOrderOfItsTarget()
    {
        TargetNode[] nodes = [Node("Verify"), Item("Deploy", "dev"), Join("Deploy", "dev") with { Before = ["Verify"] }, Node("Report") with { After = ["Deploy"] }];
        Order(Plan(["Report", "Verify", "Deploy:dev"], nodes)).ShouldBe(["Deploy:dev", "Report", "Verify"]);
    }

    [Fact]
    public void Plan_TriggeredTargets_BringTheirDependenciesAndTrigger()
    {
        var plan = Plan(["A"], Node("D"), Node("C") with { DependsOn = ["D"] }, Node("B") with { Triggers = ["C"] }, Node("A") with { Triggers = ["B"] });
        Order(plan).ShouldBe(["A", "B", "D", "C"]);
        plan.Nodes.Where(node => node.TriggeredBy.Count > 0).Select(node => node.Node.Name).ShouldBe(["B", "C"]);
    }

    [Fact]
    public void Plan_TriggeredTargetThatAnotherOneNeeds_RunsWithoutItsTrigger()
    {
        var plan = Plan(["A", "B"], Node("A") with { Triggers = ["X"] }, Node("B") with { Triggers = ["Y"] }, Item("X", "i"), Join("X", "i"), Node("Y") with { DependsOn = ["X"] });
        plan.Nodes.Where(node => node.TriggeredBy.Count > 0).Select(node => node.Node.Name).ShouldBe(["Y"]);
    }

    [Fact]
    public void Plan_UnknownName_GivesNearestNames() =>
        Plan(["Biuld", "Depoly", "Build"], Node("Build"), Node("Deploy"), Node("Hidden") with { Listed = false }).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe(
        [
            "HRV1001: There is no target \"Biuld\". Did you mean \"Build\"? Targets: Build, Deploy.",
            "HRV1001: There is no target \"Depoly\". Did you mean \"Deploy\"? Targets: Build, Deploy.",
        ]);

    [Fact]
    public void Plan_UnknownNameToSkip_IsRefused() =>
        Plan(new PlanRequest { Targets = ["Build"], Skip = ["Tset"] }, Node("Build"), Node("Test")).Diagnostics.Single().ToString()
            .ShouldBe("HRV1001: There is no target \"Tset\". Did you mean \"Test\"? Targets: Build, Test.");

    [Fact]
    public void Plan_NothingAsked_IsRefused() =>
        Plan([], Node("Build"), Node("Test")).Diagnostics.Single().ToString()
            .ShouldBe("HRV1007: No target was named, and the build has no default target. Targets: Build, Test.");

    [Fact]
    public void Plan_Cycle_IsPrintedWithEachRelation()
    {
        var plan = Plan(
            ["A"],
            Node("A") with { DependsOn = ["B"] }, Node("B") with { After = ["C"], DependsOn = ["C"] }, Node("C") with { After = ["D"], DependsOn = ["E"] },
            Node("D") with { DependsOn = ["A"] }, Node("E") with { Triggers = ["D"] });
        plan.Diagnostics.Single().ToString().ShouldBe(
            "HRV1003: Targets wait for each other: \"A\" depends on \"B\" depends on \"C\" comes after \"D\" depends on \"A\". Remove one of these relations.");
    }

    [Fact]
    public void Plan_TargetThatNeedsItself_IsACycle() =>
        Plan(["A"], Node("A") with { DependsOn = ["A"] }).Diagnostics.Single().Message.ShouldBe("Targets wait for each other: \"A\" depends on \"A\".");

    [Fact]
    public void Plan_CycleElsewhere_IsAWarning()
    {
        var plan = Plan(["Build"], Node("Build"), Node("X") with { DependsOn = ["Y"] }, Node("Y") with { DependsOn = ["X"] });
        Order(plan).ShouldBe(["Build"]);
        plan.Diagnostics.Single().Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Plan_ChainOf100000Nodes_HasNoDeepStack()
    {
        const int length = 100_000;
        TargetNode[] nodes = [.. Enumerable.Range(0, length).Select(i => Node($"N{i}") with { DependsOn = i == 0 ? [] : [$"N{i - 1}"] })];
        Plan([$"N{length - 1}"], nodes).Nodes.Count.ShouldBe(length);
        nodes[0] = nodes[0] with { DependsOn = [$"N{length - 1}"] };
        Plan([$"N{length - 1}"], nodes).Diagnostics.Single().Code.ShouldBe(DiagnosticCodes.Cycle);
    }

    static Plan Plan(string[] targets, params TargetNode[] nodes) => Plan(new PlanRequest { Targets = targets }, nodes);

    static Plan Plan(PlanRequest request, params TargetNode[] nodes) => Planner.Plan(new TargetGraph(nodes), request);

    static TargetNode Node(string name) => new() { Name = name, Target = name };

    static TargetNode Skipped(string name) => Node(name) with { Conditions = [new Condition("on CI", false)] };

    static TargetNode Item(string target, string item) => new() { Name = $"{target}:{item}", Target = target, Item = item };

    static TargetNode Join(string target, params string[] items) => Node(target) with { Joins = [.. items.Select(item => $"{target}:{item}")] };

    static IEnumerable<string> Order(Plan plan) => plan.Nodes.Select(node => node.Node.Name);

    static IEnumerable<string> Lines(Plan plan) => plan.Nodes.Select(node => node.SkipReason is null ? node.Node.Name : $"{node.Node.Name}: {node.SkipReason}");
}
