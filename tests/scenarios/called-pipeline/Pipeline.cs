namespace Scenarios.CalledPipeline;

sealed class Pipeline : Scenario
{
    Target Check => _ => _
        .On(Trigger.Called)
        .Executes(Run("check"));

    Target Build => _ => _
        .DependsOn(Check)
        .On(Trigger.Called, Trigger.Push("main"))
        .Executes(Run("build"));
}
