namespace Scenarios.Chain;

sealed class Pipeline : Scenario
{
    Target Compile => _ => _.Executes(Run("dotnet", "build"));

    Target Test => _ => _.DependsOn(Compile).Executes(Run("dotnet", "test"));

    Target Publish => _ => _
        .DependsOn(Test)
        .On(Trigger.Push("main"))
        .Executes(Run("dotnet", "publish"));
}
