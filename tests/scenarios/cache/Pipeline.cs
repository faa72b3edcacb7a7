namespace Scenarios.Cache;

sealed class Pipeline : Scenario
{
    Target Restore => _ => _
        .Inputs("**/packages.lock.json")
        .Outputs("packages/**")
        .On(Trigger.Push("main"))
        .Executes(Run("dotnet", "restore"));
}
