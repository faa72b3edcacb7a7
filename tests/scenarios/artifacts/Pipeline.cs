namespace Scenarios.Artifacts;

sealed class Pipeline : Scenario
{
    Target Compile => _ => _
        .Produces("out/**")
        .Executes(Run("compile"));

    Target Test => _ => _
        .DependsOn(Compile)
        .Consumes(Compile, "out/tests/**")
        .Produces("results/*.xml")
        .Executes(Run("test"));

    Target Publish => _ => _
        .DependsOn(Compile, Test)
        .Consumes(Compile)
        .Consumes(Test)
        .On(Trigger.Push("main"))
        .Executes(Run("publish"));
}
