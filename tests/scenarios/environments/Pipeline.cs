namespace Scenarios.Environments;

sealed class Pipeline : Scenario
{
    static readonly DeliveryEnvironment Staging = new("staging");
    static readonly DeliveryEnvironment Production = new("prod") { RequiresApproval = true };

    Target Build => _ => _.Executes(Run("build"));

    Target DeployStaging => _ => _
        .Stage(Stages.Deploy)
        .DependsOn(Build)
        .In(Staging)
        .On(Trigger.Push("main"))
        .Executes(Run("deploy", "staging"));

    Target DeployProduction => _ => _
        .Stage(Stages.Deploy)
        .DependsOn(DeployStaging)
        .In(Production)
        .On(Trigger.Tag("v*"))
        .Executes(Run("deploy", "prod"));
}
