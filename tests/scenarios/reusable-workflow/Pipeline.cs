using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitHubActions.Steps;

namespace Scenarios.ReusableWorkflow;

sealed class Pipeline : Scenario
{
    Target Build => _ => _.On(Trigger.Push("main")).Executes(Run("build"));

    public override GitHubWorkflowOptions GitHub(ActionPins pins) => new()
    {
        Path = ".github/workflows/pipeline.yml",
        Pins = pins,
        Calls = [new CalledWorkflow("deliver", new StepAction.Local("./.github/workflows/deliver.yml")) { Needs = ["Build"], Permissions = [Permission.WriteDeployments] }],
    };
}
