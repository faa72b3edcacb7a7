using Harvis.Generation.GitLabCi;

namespace Scenarios.StartedFromOutside;

sealed class Pipeline : Scenario
{
    Target Build => _ => _.On(Trigger.PullRequest("main")).Executes(Run("build"));

    Target Deploy => _ => _
        .DependsOn(Build)
        .On(Trigger.Push("main"), Trigger.Tag("v*"), Trigger.Manual)
        .Executes(Run("deploy"));

    public override GitLabPipelineOptions GitLab => new() { StartedFromOutside = true };
}
