namespace Scenarios.GpuNode;

sealed class Pipeline : Scenario
{
    static readonly RunnerNode Gpu = new("node1") { Host = "pop-os", Tags = ["node1", "backend", "gpu", "docker"], Gpus = 1 };

    Target Train => _ => _
        .RunsOn(Gpu)
        .Timeout(TimeSpan.FromHours(5))
        .On(Trigger.Schedule("0 1 * * 6"))
        .Executes(Run("train"));
}
