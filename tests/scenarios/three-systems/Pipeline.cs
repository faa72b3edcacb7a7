namespace Scenarios.ThreeSystems;

sealed class Pipeline : Scenario
{
    static readonly RunnerNode[] Systems = [HostedRunners.Linux, HostedRunners.Windows, HostedRunners.MacOS];

    Target Test => _ => _
        .On(Trigger.Push("main"), Trigger.PullRequest())
        .ForEach(Systems, (system, each) => each
            .RunsOn(system)
            .Executes(Run("dotnet", "test")));
}
