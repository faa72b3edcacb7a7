using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Versions;

namespace Scenarios.NativeAction;

sealed class Pipeline : Scenario
{
    Target Build => _ => _
        .Description("Build, with a cache that only GitHub has")
        .On(Trigger.Push("main"))
        .Extends(new ActionStep("actions/setup-node") { Inputs = [("node-version", "24")] })
        .Executes(Run("npm", "ci"));

    public override GitHubWorkflowOptions GitHub(ActionPins pins) => new()
    {
        Path = ".github/workflows/pipeline.yml",
        Pins = pins.With(new ActionPin("actions/setup-node", CommitId.Parse("49933ea5288caeca8642d1e84afbd3f7d6820020"), "v4.4.0")),
    };
}
