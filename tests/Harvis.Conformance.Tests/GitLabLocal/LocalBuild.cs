namespace Harvis.Conformance.Tests.GitLabLocal;

/// <summary>A small build whose pipeline is run for real.</summary>
sealed class LocalBuild : Scenario
{
    Target Compile => _ => _
        .Produces("out/**")
        .Executes(Run("compile"));

    Target Test => _ => _
        .Stage(Stages.Test)
        .DependsOn(Compile)
        .Consumes(Compile)
        .Executes(Run("test"));

    Target Publish => _ => _
        .Stage(Stages.Deploy)
        .DependsOn(Compile, Test)
        .Consumes(Compile)
        .On(Trigger.Push())
        .Executes(Run("publish"));

    Target Down => _ => _
        .Stage(Stages.Verify)
        .DependsOn(Test)
        .AssuredAfterFailure()
        .On(Trigger.Push())
        .Executes(Run("down"));
}
