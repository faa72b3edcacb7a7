namespace Scenarios.MonorepoPaths;

sealed class Pipeline : Scenario
{
    Target Backend => _ => _
        .On(Trigger.Push("main").For("backend/**", "shared/**"))
        .Executes(Run("build", "backend"));
}
