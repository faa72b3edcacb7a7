namespace Scenarios.ArtifactsOfItems;

sealed class Pipeline : Scenario
{
    static readonly string[] Parts = ["one", "two"];

    Target Build => _ => _.ForEach(Parts, name => name, (part, each) => each
        .Produces($"out/{part}.zip")
        .Executes(Run("build", part)));

    Target Join => _ => _
        .DependsOn(Build)
        .Consumes(Build)
        .On(Trigger.Push("main"))
        .Executes(Run("join"));
}
