namespace Scenarios.FanOutFanIn;

sealed class Pipeline : Scenario
{
    Target Prepare => _ => _.Stage(Stages.Check).Executes(Run("prepare"));

    Target Linux => _ => _.DependsOn(Prepare).Executes(Run("build", "linux"));

    Target Windows => _ => _.DependsOn(Prepare).Executes(Run("build", "windows"));

    Target Phone => _ => _.DependsOn(Prepare).Executes(Run("build", "phone"));

    Target Package => _ => _
        .Stage(Stages.Push)
        .DependsOn(Linux, Windows, Phone)
        .On(Trigger.Push("main"), Trigger.PullRequest("main"))
        .Executes(Run("package"));
}
