using Harvis.Engine.Handovers;
using Harvis.Engine.Running;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Handovers;

/// <summary>A node in a CI job ends as it would have ended in one run, by what other jobs handed over.</summary>
public sealed class HandedOverTests
{
    static readonly TargetGraph Graph = new(
    [
        Node("Build"),
        Node("Test") with { DependsOn = ["Build"], ProceedAfterFailure = true, Triggers = ["Report"] },
        Node("Report"),
        Node("Push:a") with { Item = "a", Target = "Push" },
        Node("Push:b") with { Item = "b", Target = "Push" },
        Node("Push") with { Joins = ["Push:a", "Push:b"], HasWork = false },
        Node("Deploy") with { DependsOn = ["Push"] },
        Node("CleanUp") with { DependsOn = ["Deploy"], AssuredAfterFailure = true },
    ]);

    [Fact]
    public void Verdict_DependencyFailedInAnotherJob_Blocks() =>
        Verdict("Test", ("Build", NodeOutcome.Failed)).ShouldBe((NodeOutcome.Blocked, "\"Build\" failed in an earlier job"));

    [Fact]
    public void Verdict_OneItemOfWhatItDependsOnFailed_Blocks() =>
        Verdict("Deploy", ("Push:a", NodeOutcome.Succeeded), ("Push:b", NodeOutcome.Failed))!.Value.Outcome.ShouldBe(NodeOutcome.Blocked);

    [Theory]
    [InlineData(NodeOutcome.Succeeded)]
    [InlineData(NodeOutcome.Unchanged)]
    [InlineData(NodeOutcome.Skipped)]
    public void Verdict_DependencySatisfied_Runs(NodeOutcome outcome) => Verdict("Test", ("Build", outcome)).ShouldBeNull();

    [Fact]
    public void Verdict_ExpectedRecordMissing_Blocks() =>
        new HandedOver([], ["Build"], isTriggered: false).Verdict(Graph.Find("Test")!, Graph, _ => false)
            .ShouldBe((NodeOutcome.Blocked, "\"Build\" left no record in an earlier job"));

    [Fact]
    public void Verdict_AssuredAfterFailure_Runs() => Verdict("CleanUp", ("Deploy", NodeOutcome.Failed)).ShouldBeNull();

    [Fact]
    public void Verdict_NodeOfTheSameJob_IsTheSchedulersAffair() =>
        new HandedOver([new HandoverRecord("Build", NodeOutcome.Failed, [])], [], isTriggered: false).Verdict(Graph.Find("Test")!, Graph, _ => true).ShouldBeNull();

    [Theory]
    [InlineData(NodeOutcome.Succeeded, null)]
    [InlineData(NodeOutcome.Failed, null)] // it proceeds after failure
    [InlineData(NodeOutcome.Skipped, NodeOutcome.Skipped)]
    [InlineData(NodeOutcome.Blocked, NodeOutcome.Blocked)]
    public void Verdict_OnlyTriggered_RunsWhereTheTriggerFires(NodeOutcome trigger, NodeOutcome? expected) =>
        (new HandedOver([new HandoverRecord("Test", trigger, [])], ["Test"], isTriggered: true).Verdict(Graph.Find("Report")!, Graph, _ => false) is { } verdict ? verdict.Outcome : (NodeOutcome?)null).ShouldBe(expected);

    static (NodeOutcome Outcome, string Reason)? Verdict(string node, params (string Node, NodeOutcome Outcome)[] records) =>
        new HandedOver([.. records.Select(record => new HandoverRecord(record.Node, record.Outcome, []))], [], isTriggered: false)
            .Verdict(Graph.Find(node)!, Graph, _ => false);

    static TargetNode Node(string name) => new() { Name = name, Target = name };
}
