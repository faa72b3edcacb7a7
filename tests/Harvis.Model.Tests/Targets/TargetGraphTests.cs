using CsCheck;
using Harvis.Model.Targets;
using Shouldly;

namespace Harvis.Model.Tests.Targets;

public sealed class TargetGraphTests
{
    static readonly Gen<TargetNode[]> Nodes = Gen.Select(Any.Text("abAB", 1, 3), Gen.Bool, (name, isItem) => new TargetNode { Name = name, Target = "t", Item = isItem ? name : null }).Array[0, 12];

    [Fact]
    public void Find_AnyName_GivesTheFirstNodeIgnoringCase() => Gen.Select(Nodes, Any.Text("abAB", 1, 3)).Sample((nodes, name) =>
    {
        var graph = new TargetGraph(nodes);
        var expected = Array.FindIndex(nodes, node => node.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

        graph.IndexOf(name).ShouldBe(expected);
        graph.Find(name).ShouldBeSameAs(expected < 0 ? null : nodes[expected]);
    });

    [Fact]
    public void Nodes_AnyGraph_AreInOrderAndTargetsAreThoseThatAreNoItems() => Nodes.Sample(nodes =>
    {
        var graph = new TargetGraph(nodes);

        graph.Nodes.ShouldBe(nodes);
        graph.Targets.ShouldBe(nodes.Where(node => node.Item is null));
    });

    [Fact]
    public void Node_NotSaidOtherwise_IsListedUncachedAndNotTriedAgain()
    {
        var node = new TargetNode { Name = "Build:api", Target = "Build", Item = "api" };

        node.ToString().ShouldBe("Build:api");
        (node.Listed, node.Retries, node.Timeout, node.Inputs, node.WhenSkipped).ShouldBe((true, 0, null, null, DependencyBehavior.Skip));
        (node.ProceedAfterFailure, node.AssuredAfterFailure).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 1)]
    [InlineData("gpu", 0)]
    [InlineData("gpu", -1)]
    public void Resource_WithoutNameOrCapacity_IsRefused(string name, int capacity) =>
        Should.Throw<ArgumentException>(() => new Resource(name, capacity));
}
