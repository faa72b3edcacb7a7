namespace Scenarios.RunBefore;

sealed class Pipeline : Scenario
{
    public override CiPlanRequest Request => new() { Name = "deliver", Targets = ["Deploy"], RunBefore = ["Scan"] };

    Target Scan => _ => _.On(Trigger.Push("main")).Executes(Run("scan"));

    Target Build => _ => _.DependsOn(Scan).Executes(Run("build"));

    Target Deploy => _ => _.DependsOn(Build).On(Trigger.Push("main")).Executes(Run("deploy"));
}
