namespace Scenarios.SingleTarget;

sealed class Pipeline : Scenario
{
    Target Check => _ => _
        .Description("Check everything")
        .On(Trigger.Push())
        .Executes(Run("make", "check"));
}
