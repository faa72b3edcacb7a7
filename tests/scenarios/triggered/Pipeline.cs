namespace Scenarios.Triggered;

sealed class Pipeline : Scenario
{
    Target Deploy => _ => _
        .On(Trigger.Push("main"))
        .Triggers(Announce)
        .Executes(Run("deploy"));

    Target Announce => _ => _.Executes(Run("announce"));
}
