namespace Scenarios.Gate;

sealed class Pipeline : Scenario
{
    static readonly DeliveryEnvironment Production = new("prod");

    Target Scan => _ => _
        .Gate()
        .Stage(Stages.Check)
        .On(Trigger.PullRequest("main"))
        .Executes(Run("scan"));

    Target Deploy => _ => _
        .Stage(Stages.Deploy)
        .DependsOn(Scan)
        .On(Trigger.Push("main"))
        .In(Production)
        .Executes(Run("deploy"));
}
