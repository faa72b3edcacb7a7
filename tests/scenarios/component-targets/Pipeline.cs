namespace Scenarios.ComponentTargets;

sealed class Pipeline : Scenario
{
    Target IHasTests.Test => _ => _.DependsOn(Build).Executes(Run("dotnet", "test", "--configuration", "Release"));

    Target Build => _ => _.Executes(Run("dotnet", "build"));

    Target Publish => _ => _
        .DependsOn<IHasTests>(tests => tests.Test)
        .On(Trigger.Push("main"))
        .Executes(Run("publish"));

    interface IHasTests
    {
        Target Test => _ => _.Executes(Run("dotnet", "test"));
    }
}
