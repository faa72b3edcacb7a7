namespace Scenarios.GatePassedBy;

sealed class Pipeline : Scenario
{
    static readonly DeliveryEnvironment Production = new("prod");

    Target Scan => _ => _
        .Gate()
        .On(Trigger.Push("main"))
        .Executes(Run("scan"));

    Target Deploy => _ => _
        .On(Trigger.Push("main"))
        .In(Production)
        .Executes(Run("deploy"));
}
