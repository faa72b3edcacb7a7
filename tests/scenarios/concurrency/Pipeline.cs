namespace Scenarios.Concurrency;

sealed class Pipeline : Scenario
{
    static readonly DeliveryEnvironment Staging = new("staging");

    Target Migrate => _ => _.Stage(Stages.Deploy).In(Staging).Executes(Run("migrate"));

    Target Deploy => _ => _.Stage(Stages.Deploy).In(Staging).DependsOn(Migrate).On(Trigger.Push("main")).Executes(Run("deploy"));
}
