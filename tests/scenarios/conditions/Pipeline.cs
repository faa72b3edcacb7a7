namespace Scenarios.Conditions;

sealed class Pipeline : Scenario
{
    Target Maybe => _ => _
        .OnlyWhen(_ => Task.FromResult(true), "there is something to do")
        .Executes(Run("maybe"));

    Target Never => _ => _
        .OnlyWhen(false, "it is asked for")
        .Executes(Run("never"));

    Target Then => _ => _
        .DependsOn(Maybe, Never)
        .On(Trigger.Push("main"))
        .Executes(Run("then"));
}
