namespace Scenarios.DiamondThroughNothing;

sealed class Pipeline : Scenario
{
    Target Left => _ => _.Executes(Run("left"));

    Target Right => _ => _.Executes(Run("right"));

    Target Both => _ => _.DependsOn(Left, Right);

    Target Report => _ => _
        .DependsOn(Both)
        .On(Trigger.Push("main"))
        .Executes(Run("report"));
}
