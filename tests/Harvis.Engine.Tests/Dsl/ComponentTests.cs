using Harvis.Engine.Dsl;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Dsl;

public sealed class ComponentTests
{
    [Fact]
    public void TryMembers_ComponentIsThere_RelateToItsTarget()
    {
        var graph = GraphBuilder.Build(new Both()).Graph;
        var sign = graph.Find("Sign")!;
        sign.DependsOn.ShouldBe(["Pack"]);
        sign.Before.ShouldBe(["Pack"]);
        sign.After.ShouldBe(["Pack"]);
        sign.Triggers.ShouldBe(["Pack"]);
        graph.Find("Pack")!.DependsOn.ShouldBe(["Sign"], "by DependentFor");
        graph.Find("Pack")!.Triggers.ShouldBe(["Sign"], "by TriggeredBy");
    }

    [Fact]
    public void TryMembers_ComponentIsNotThere_SayNothing()
    {
        var build = GraphBuilder.Build(new OnlySign());
        build.Diagnostics.ShouldBeEmpty();
        var sign = build.Graph.Nodes.Single();
        sign.DependsOn.Concat(sign.Before).Concat(sign.After).Concat(sign.Triggers).ShouldBeEmpty();
    }

    [Fact]
    public void DependsOn_ComponentThatIsNotThere_IsRefused() =>
        GraphBuilder.Build(new NeedsPack()).Diagnostics.Single().ToString()
            .ShouldStartWith("HRV1002 ComponentTests.cs:58: Target \"Publish\" depends on \"a target of IHasPack\", which is not declared.");

    [Fact]
    public void DependsOn_ComponentThatIsThere_NeedsItsTarget() =>
        GraphBuilder.Build(new HasPack()).Graph.Find("Publish")!.DependsOn.ShouldBe(["Pack"]);

    [Fact]
    public void Target_ThatTheBuildDeclaresItself_TakesThePlaceOfTheComponents() =>
        GraphBuilder.Build(new OwnPack()).Graph.Nodes.Single().Description.ShouldBe("Own");

    [Fact]
    public void Target_ThatIsOverridden_KeepsItsPlace()
    {
        var graph = GraphBuilder.Build(new Derived()).Graph;
        graph.Nodes.Select(node => $"{node.Name} {node.Description}").ShouldBe(["First base", "Second derived", "Third base", "Fourth derived"]);
        graph.Find("First")!.DependsOn.ShouldBe(["Second"], "a reference means what overrides it");
    }

    sealed class Both : HarvisBuild, IHasPack, IHasSign;

    sealed class OnlySign : HarvisBuild, IHasSign;

    sealed class NeedsPack : HarvisBuild
    {
        Target Publish => _ => _.DependsOn<IHasPack>(other => other.Pack).Executes(() => { });
    }

    sealed class HasPack : HarvisBuild, IHasPack
    {
        Target Publish => _ => _.DependsOn<IHasPack>(other => other.Pack).Executes(() => { });
    }

    sealed class OwnPack : HarvisBuild, IHasPack
    {
        Target Pack => _ => _.Description("Own");
    }

    class Base : HarvisBuild
    {
        Target First => _ => _.Description("base").DependsOn(Second);

        protected virtual Target Second => _ => _.Description("base");

        Target Third => _ => _.Description("base");
    }

    sealed class Derived : Base
    {
        protected override Target Second => _ => _.Description("derived");

        Target Fourth => _ => _.Description("derived");
    }
}
