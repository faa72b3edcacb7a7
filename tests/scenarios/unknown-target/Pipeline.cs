namespace Scenarios.UnknownTarget;

sealed class Pipeline : Scenario
{
    public override CiPlanRequest Request => new() { Name = "deliver", Targets = ["Depoly"] };

    Target Deploy => _ => _.On(Trigger.Push("main")).Executes(Run("deploy"));
}
