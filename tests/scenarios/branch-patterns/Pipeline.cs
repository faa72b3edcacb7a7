namespace Scenarios.BranchPatterns;

sealed class Pipeline : Scenario
{
    Target Build => _ => _
        .On(Trigger.Push("main", "release/*", "feature/**"))
        .Executes(Run("build"));

    Target Nightly => _ => _
        .DependsOn(Build)
        .On(Trigger.Push("main"))
        .Executes(Run("nightly"));
}
