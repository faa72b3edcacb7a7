using Harvis.Engine.Dsl;
using Harvis.Engine.Tests.Parameters;
using Harvis.Model.Environments;
using Harvis.Model.Names;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Dsl;

/// <summary>What each member of a definition makes of a target's node.</summary>
public sealed class DefinitionTests
{
    static readonly Resource Gpu = new("gpu", 2);

    [Fact]
    public void Order_FromBothSides_IsTheSame()
    {
        var graph = GraphBuilder.Build(new Ordered()).Graph;
        var target = graph.Find("Middle")!;
        target.DependsOn.ShouldBe(["A", "ByName", "Each:small", "C"]);
        target.Before.ShouldBe(["D"]);
        target.After.ShouldBe(["E"]);
        target.Triggers.ShouldBe(["F", "G"]);
    }

    [Fact]
    public void Members_Declared_AreInTheNode()
    {
        var build = GraphBuilder.Build(new Declared());
        build.Diagnostics.ShouldBeEmpty();
        var node = build.Graph.Find("All")!;
        node.Description.ShouldBe("Everything");
        node.Listed.ShouldBeFalse();
        node.Location!.ToString().ShouldBe("DefinitionTests.cs:126");
        node.Conditions.Select(condition => $"{condition.Why} {condition.Holds?.ToString() ?? "asked"}").ShouldBe(["on CI True", "1 + 1 == 2 True", "Ready() asked", "asked later asked"]);
        node.WhenSkipped.ShouldBe(DependencyBehavior.Execute);
        (node.ProceedAfterFailure, node.AssuredAfterFailure, node.Retries, node.Timeout).ShouldBe((true, true, 3, TimeSpan.FromMinutes(1)));
        node.Uses.ShouldBe([new ResourceUse(Gpu, 2)]);
        node.Inputs!.Files.ShouldBe(["src/**", "!src/x", "a.txt"]);
        node.Inputs.Values.Count.ShouldBe(2);
        node.Inputs.Tools.ShouldBe(["dotnet"]);
        node.Outputs.ShouldBe(["out/**"]);
        node.Produces.ShouldBe(["out/a"]);
        node.Consumes.Single().From.ShouldBe("Other");
        (node.Stage!.Name, node.RunsOn!.Name, node.Environment!.Name).ShouldBe(("test", "node1", "dev"));
        node.On.Count.ShouldBe(2);
        node.Permissions.ShouldBe([Permission.WritePackages]);
        node.Secrets.ShouldBe(["ApiKey"]);
    }

    [Fact]
    public void ForEach_Items_BecomeNodesThatTheTargetJoins()
    {
        var graph = GraphBuilder.Build(new Ordered()).Graph;
        graph.Nodes.Where(node => node.Target == "Each").Select(node => node.Name).ShouldBe(["Each:small", "Each:large", "Each"]);
        graph.Find("Each")!.Joins.ShouldBe(["Each:small", "Each:large"]);
        graph.Find("Each")!.DependsOn.ShouldBeEmpty("its items wait");
        graph.Find("Each:small")!.DependsOn.ShouldBe(["A"]);
        graph.Find("Each:large")!.DependsOn.ShouldBe(["A", "D"]);
    }

    [Fact]
    public void ForEach_NoItems_IsATargetThatStillWaits()
    {
        var node = GraphBuilder.Build(new Empty()).Graph.Find("Each")!;
        (node.Joins.Count, node.DependsOn.Single()).ShouldBe((0, "Other"));
    }

    [Fact]
    public void DependentFor_TargetOfSeveralItems_HoldsForEachItem()
    {
        var graph = GraphBuilder.Build(new Empty()).Graph;
        graph.Find("Pair:a")!.DependsOn.ShouldBe(["Other", "First"]);
        graph.Find("Pair")!.DependsOn.ShouldBeEmpty();
    }

    [Fact]
    public void Members_OutOfRange_AreRefused()
    {
        var definition = new TargetDefinition(new object());
        Should.Throw<ArgumentOutOfRangeException>(() => definition.Retry(0));
        Should.Throw<ArgumentOutOfRangeException>(() => definition.Retry(101));
        Should.Throw<ArgumentOutOfRangeException>(() => definition.Timeout(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => Backoff.Exponential(TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => Backoff.Exponential(TimeSpan.FromSeconds(1), 0.5));
        Should.Throw<ArgumentException>(() => new TargetCollection().Add(" ", _ => _));
    }

    [Fact]
    public void Definition_Extended_LeavesTheOneItCameFrom()
    {
        var first = new TargetDefinition(new object()).Description("first");
        first.Description("second").Unlisted().Text.ShouldBe("second");
        (first.Text, first.IsListed).ShouldBe(("first", true));
    }

    sealed class Ordered : HarvisBuild
    {
        Target A => _ => _;

        Target Middle => _ => _.DependsOn(A).DependsOn("ByName").DependsOn(Each, Size.Small).DependsOn(A).Before(D).After(E).Triggers(F);

        Target C => _ => _.DependentFor(Middle);

        Target D => _ => _;

        Target E => _ => _;

        Target F => _ => _;

        Target G => _ => _.TriggeredBy(Middle);

        Target Each => _ => _.DependsOn(A).ForEach(Size.All, (size, each) => size == Size.Small ? each : each.DependsOn(D));

        protected internal override void DefineTargets(TargetCollection targets) => targets.Add("ByName", _ => _);
    }

    sealed class Declared : HarvisBuild
    {
        Target Other => _ => _.Produces("out/b");

        Target All => _ => _
            .Description("Everything")
            .Unlisted()
            .OnlyWhen(true, "on CI")
            .OnlyWhenStatic(() => 1 + 1 == 2)
            .OnlyWhenDynamic(() => Ready())
            .OnlyWhen(_ => Task.FromResult(true), "asked later")
            .WhenSkipped(DependencyBehavior.Execute)
            .ProceedAfterFailure()
            .AssuredAfterFailure()
            .Retry(3, Backoff.Constant(TimeSpan.FromSeconds(1)))
            .Timeout(TimeSpan.FromMinutes(1))
            .Uses(Gpu, 2)
            .Inputs("src/**", "!src/x")
            .Inputs(["a.txt"], [3, Size.Small], ["dotnet"])
            .Outputs("out/**")
            .Produces("out/a")
            .Consumes(Other)
            .Stage(new Stage("test"))
            .RunsOn(new RunnerNode("node1") { Host = "node1" })
            .On(Trigger.Push("main"), Trigger.Tag("v*"))
            .In(new DeliveryEnvironment("dev"))
            .Permissions(Permission.WritePackages)
            .Secrets("ApiKey");

        static bool Ready() => true;
    }

    sealed class Empty : HarvisBuild
    {
        Target Other => _ => _;

        Target Each => _ => _.DependsOn(Other).ForEach(Array.Empty<Size>(), (_, each) => each);

        Target Pair => _ => _.DependsOn(Other).ForEach(["a", "b"], name => name, (_, each) => each);

        Target First => _ => _.DependentFor(Pair);
    }
}
