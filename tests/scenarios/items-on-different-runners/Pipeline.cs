namespace Scenarios.ItemsOnDifferentRunners;

sealed class Pipeline : Scenario
{
    static readonly RunnerNode Node1 = new("node1") { Host = "one", Tags = ["node1", "gpu"], Gpus = 1 };
    static readonly RunnerNode Node2 = new("node2") { Host = "two", Tags = ["node2"] };

    Target BuildImages => _ => _
        .On(Trigger.Push("main"))
        .ForEach([("backend", Node1), ("frontend", Node2)], pair => pair.Item1, (pair, each) => each
            .RunsOn(pair.Item2)
            .Executes(Run("build", pair.Item1)));
}
