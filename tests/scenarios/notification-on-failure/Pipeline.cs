namespace Scenarios.NotificationOnFailure;

sealed class Pipeline : Scenario
{
    Target Deploy => _ => _
        .On(Trigger.Push("main"))
        .ProceedAfterFailure()
        .Executes(Run("deploy"));

    Target Notify => _ => _
        .TriggeredBy(Deploy)
        .Executes(Run("notify"));
}
