namespace Scenarios.Matrix;

sealed class Pipeline : Scenario
{
    static readonly string[] Scanners = ["secrets", "code", "dependencies"];

    Target Scan => _ => _
        .Description("Look for what mustn't be there")
        .Stage(Stages.Check)
        .On(Trigger.Push("main"), Trigger.PullRequest("main"))
        .ForEach(Scanners, name => name, (scanner, each) => each.Executes(Run("scan", scanner)));
}
