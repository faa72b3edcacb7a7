namespace Scenarios.ScheduledCleanUp;

sealed class Pipeline : Scenario
{
    Target Cleanup => _ => _
        .Description("Take away images that nobody needs")
        .On(Trigger.Schedule("0 2 * * 0"), Trigger.Manual)
        .Timeout(TimeSpan.FromMinutes(20))
        .Executes(Run("cleanup"));
}
