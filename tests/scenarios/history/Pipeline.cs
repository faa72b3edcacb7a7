namespace Scenarios.History;

sealed class Pipeline : Scenario
{
    Target Changelog => _ => _
        .NeedsHistory()
        .On(Trigger.Tag("v*"))
        .Executes(Run("changelog"));
}
