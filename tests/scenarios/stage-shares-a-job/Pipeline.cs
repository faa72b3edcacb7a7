namespace Scenarios.StageSharesAJob;

sealed class Pipeline : Scenario
{
    static readonly Stage Small = new("check") { IsOneJob = true };

    Target Format => _ => _.Stage(Small).Executes(Run("format"));

    Target Spelling => _ => _.Stage(Small).Executes(Run("spelling"));

    Target Links => _ => _.Stage(Small).DependsOn(Spelling).Executes(Run("links"));

    Target Build => _ => _
        .DependsOn(Format, Spelling, Links)
        .On(Trigger.Push("main"))
        .Executes(Run("build"));
}
