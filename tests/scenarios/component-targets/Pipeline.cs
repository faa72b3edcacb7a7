namespace Scenarios.ComponentTargets;

sealed class Pipeline : Scenario, IHasTests
{
    Target Build => _ => _.Executes(Run("dotnet", "build"));

    Target IHasTests.Test => _ => _.DependsOn(Build).Executes(Run("dotnet", "test", "--configuration", "Release"));

    Target Publish => _ => _
        .DependsOn<IHasTests>(tests => tests.Test)
        .On(Trigger.Push("main"))
        .Executes(Run("publish"));
}
