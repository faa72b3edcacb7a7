namespace Scenarios.RetriesAndTimeouts;

sealed class Pipeline : Scenario
{
    Target Download => _ => _
        .Retry(3)
        .Timeout(TimeSpan.FromMinutes(5))
        .Executes(Run("download"));

    Target Build => _ => _
        .DependsOn(Download)
        .Timeout(TimeSpan.FromMinutes(90))
        .On(Trigger.Push("main"))
        .Executes(Run("build"));
}
