namespace Scenarios.SoftOrder;

sealed class Pipeline : Scenario
{
    Target Build => _ => _.On(Trigger.Push("main")).Executes(Run("build"));

    Target Lint => _ => _.On(Trigger.Push("main"), Trigger.PullRequest()).Before(Build).Executes(Run("lint"));

    Target Report => _ => _.On(Trigger.Push("main")).After(Build, Lint).Executes(Run("report"));
}
