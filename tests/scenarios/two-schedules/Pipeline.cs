namespace Scenarios.TwoSchedules;

sealed class Pipeline : Scenario
{
    Target Nightly => _ => _.On(Trigger.Schedule("0 2 * * *")).Executes(Run("nightly"));

    Target Weekly => _ => _.On(Trigger.Schedule("0 4 * * 0")).Executes(Run("weekly"));
}
