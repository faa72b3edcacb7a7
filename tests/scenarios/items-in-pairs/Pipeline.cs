namespace Scenarios.ItemsInPairs;

sealed class Pipeline : Scenario
{
    static readonly string[] Images = ["backend", "frontend"];

    Target Build => _ => _.ForEach(Images, name => name, (image, each) => each.Executes(Run("build", image)));

    Target Push => _ => _
        .Stage(Stages.Push)
        .On(Trigger.Push("main"))
        .ForEach(Images, name => name, (image, each) => each
            .DependsOn($"Build:{image}")
            .Executes(Run("push", image)));
}
