namespace Scenarios.OwnRunners;

sealed class Pipeline : Scenario
{
    static readonly RunnerNode Small = new("small") { Host = "small", Tags = ["small"] };
    static readonly RunnerNode Tagless = new("tagless") { Host = "tagless" };

    Target Build => _ => _.RunsOn(Small).Executes(Run("build"));

    Target Deploy => _ => _
        .RunsOn(Tagless)
        .DependsOn(Build)
        .On(Trigger.Push("main"))
        .Executes(Run("deploy"));
}
