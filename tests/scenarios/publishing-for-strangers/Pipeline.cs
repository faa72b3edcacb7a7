namespace Scenarios.PublishingForStrangers;

sealed class Pipeline : Scenario
{
    static readonly DeliveryEnvironment Staging = new("staging");

    Target Deploy => _ => _
        .In(Staging)
        .On(Trigger.PullRequest("main"))
        .Executes(Run("deploy"));
}
