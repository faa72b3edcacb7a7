using Harvis.Engine.CommandLines;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.CommandLines;

public sealed class TargetOrderTests
{
    [Fact]
    public void Listed_DeclaredInAnyOrder_AreInTheOrderInWhichTheyWouldRun()
    {
        var order = new TargetOrder(new TargetGraph([Target("Doctor"), Target("Deploy", "Push"), Target("Build"), Target("Push", "Build"), Target("Test")]));

        order.Listed.Select(target => target.Name).ShouldBe(["Doctor", "Build", "Push", "Deploy", "Test"]);
    }

    [Fact]
    public void Before_TargetOfItems_IsWhatItsItemsDependOn()
    {
        var join = Target("Push") with { Joins = ["Push:api", "Push:web"] };
        var push = Target("Push:api", "Build:api") with { Target = "Push", Item = "api" };
        var build = Target("Build:api", "Start") with { Target = "Build", Item = "api" };
        var order = new TargetOrder(new TargetGraph(
        [
            Target("Start") with { Listed = false }, push, push with { Name = "Push:web", Item = "web" }, join, build, Target("Build") with { Joins = ["Build:api"] },
        ]));

        order.Listed.Select(target => target.Name).ShouldBe(["Build", "Push"]);
        order.Before(join).Select(target => target.Name).ShouldBe(["Build"]);
        order.Before(order.Listed[0]).ShouldBeEmpty("what isn't listed isn't shown");
    }

    [Fact]
    public void Listed_Cycle_HasEachTargetOnce() =>
        new TargetOrder(new TargetGraph([Target("A", "B"), Target("B", "A", "Absent")])).Listed.Select(target => target.Name).ShouldBe(["B", "A"]);

    static TargetNode Target(string name, params string[] dependsOn) => new() { Name = name, Target = name, DependsOn = dependsOn };
}
