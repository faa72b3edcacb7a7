namespace Scenarios.CircleOverEvents;

sealed class Pipeline : Scenario
{
    Target First => _ => _.After(Second).On(Trigger.Push("main")).Executes(Run("first"));

    Target Second => _ => _.After(First).On(Trigger.Tag("v*")).Executes(Run("second"));
}
