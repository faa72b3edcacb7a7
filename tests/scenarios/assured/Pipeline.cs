namespace Scenarios.Assured;

sealed class Pipeline : Scenario
{
    Target Up => _ => _.Executes(Run("up"));

    Target Test => _ => _.DependsOn(Up).Executes(Run("test"));

    Target Down => _ => _
        .Description("Take down what Up started, whatever became of the tests")
        .DependsOn(Test)
        .AssuredAfterFailure()
        .On(Trigger.Push("main"))
        .Executes(Run("down"));
}
