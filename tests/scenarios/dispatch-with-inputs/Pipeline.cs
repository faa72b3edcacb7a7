namespace Scenarios.DispatchWithInputs;

sealed class Pipeline : Scenario
{
    [Parameter("Where to deliver to")] readonly string Environment = "staging";
    [Parameter("Which version")] readonly string? Version;

    Target Deploy => _ => _
        .On(Trigger.ManualWith(
            new TriggerInput("Environment", "Where to deliver to") { Options = ["staging", "prod"], Default = "staging" },
            new TriggerInput("Version", "Which version; empty for the newest") { Default = "" }))
        .Executes(Run("deploy"));
}
