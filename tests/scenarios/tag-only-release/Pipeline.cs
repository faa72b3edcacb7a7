namespace Scenarios.TagOnlyRelease;

sealed class Pipeline : Scenario
{
    Target Build => _ => _.Executes(Run("build"));

    Target Test => _ => _
        .DependsOn(Build)
        .On(Trigger.Push("main"), Trigger.PullRequest("main"))
        .Executes(Run("test"));

    Target Release => _ => _
        .DependsOn(Test)
        .On(Trigger.Tag("v*"))
        .Permissions(Permission.WriteCode)
        .Executes(Run("release"));
}
