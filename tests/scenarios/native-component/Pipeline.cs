using Harvis.Generation.GitLabCi.Parts;

namespace Scenarios.NativeComponent;

sealed class Pipeline : Scenario
{
    Target Scan => _ => _
        .On(Trigger.Push("main"))
        .Extends(new GitLabComponent("gitlab.com/components/secret-detection/secret-detection", "2.0.0") { Inputs = [("stage", "check")] })
        .Stage(Stages.Check)
        .Executes(Run("scan"));
}
