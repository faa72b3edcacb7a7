using BenchmarkDotNet.Attributes;
using Harvis.Engine.Dsl;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;

namespace Harvis.Benchmarks.Engine;

/// <summary>The pieces of the engine, each alone, on targets that do nothing.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class EngineBenchmarks
{
    const int Parallelism = 16;

    BuildGraph _graph = null!;
    Plan _plan = null!;
    PlanRequest _request = null!;

    [Params(GraphShape.Wide, GraphShape.Chain)]
    public GraphShape Shape { get; set; }

    [Params(1_000, 2_500, 5_000, 10_000)]
    public int Targets { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _graph = GraphBuilder.Build(new NoOps(Shape, Targets));
        _request = new PlanRequest { Targets = [NoOps.Last(Targets)] };
        _plan = Planner.Plan(_graph.Graph, _request);
        if (_plan.Nodes.Count != Targets) throw new InvalidOperationException($"The plan has {_plan.Nodes.Count} nodes.");
    }

    [Benchmark(Description = "definitions to graph")]
    public int Graph() => GraphBuilder.Build(new NoOps(Shape, Targets)).Work.Count;

    [Benchmark(Description = "graph to plan")]
    public int Plan() => Planner.Plan(_graph.Graph, _request).Nodes.Count;

    [Benchmark(Description = "plan to end of run")]
    public async Task<int> Schedule()
    {
        var scheduler = new Scheduler(_plan, Parallelism, new NoOpRunner(), _ => { }, () => default);
        return (await scheduler.RunAsync(CancellationToken.None, CancellationToken.None)).Count;
    }
}
