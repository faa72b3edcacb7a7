using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

/// <summary>Random graphs, resources and failures: order, bounds, outcomes and an end, whatever finishes first.</summary>
public sealed class SchedulerProperties
{
    static readonly Resource Gpu = new("gpu", 2);
    static readonly Resource Port = new("port");

    // A node: which earlier ones it needs (bits), what it uses, whether it fails, whether it is assured.
    static readonly Gen<(int Needs, int Uses, bool Fails, bool Assured)[]> Cases =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 8]).Select(t => (t.Item1, t.Item2, t.Item3 == 0, t.Item4 == 0)).Array[1, 24];

    [Fact]
    public void Run_RandomGraph_KeepsOrderAndBoundsAndEndsAsTheModelSays() => Gen.Select(Cases, Gen.Int[1, 5]).Sample(
        (nodes, parallelism) =>
        {
            var plan = PlanOf(nodes);
            var runner = new RandomRunner(plan, nodes.Select(node => node.Fails).ToArray());
            var ended = new List<NodeResult>();
            var scheduler = new Scheduler(plan, parallelism, runner, ended.Add, () => TimeSpan.Zero);

            var run = scheduler.RunAsync(CancellationToken.None, CancellationToken.None);
            run.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue("it never ends");

            ended.Count.ShouldBe(nodes.Length);
            ended.Select(result => result.Node.Index).Distinct().Count().ShouldBe(nodes.Length);
            run.Result.Select(result => result.Outcome).ShouldBe(Model(plan, nodes));
            runner.MostAtOnce.ShouldBeLessThanOrEqualTo(parallelism);
            runner.Broken.ShouldBeEmpty();
        },
        iter: 400);

    [Fact]
    public void Run_Stopped_EndsEveryNodeOnceAndRunsOnlyWhatIsAssured() => Cases.Sample(
        nodes =>
        {
            var plan = PlanOf(nodes);
            using var stop = new CancellationTokenSource();
            stop.Cancel();
            var runner = new RandomRunner(plan, new bool[nodes.Length]);

            var run = new Scheduler(plan, 4, runner, _ => { }, () => TimeSpan.Zero).RunAsync(stop.Token, CancellationToken.None);
            run.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue("it never ends");

            for (var i = 0; i < nodes.Length; i++)
                run.Result[i].Outcome.ShouldBe(nodes[i].Assured ? NodeOutcome.Succeeded : NodeOutcome.Cancelled);
        },
        iter: 200);

    static Plan PlanOf((int Needs, int Uses, bool Fails, bool Assured)[] nodes) => new(
        [
            .. nodes.Select((node, i) => new PlannedNode
            {
                Index = i,
                Node = new TargetNode { Name = $"n{i}", Target = $"n{i}", AssuredAfterFailure = node.Assured, Uses = Uses(node.Uses) },
                Needs = [.. Enumerable.Range(0, i).Where(j => ((node.Needs >> (j % 31)) & 1) == 1 && j % 3 == i % 3)],
                Follows = [.. Enumerable.Range(0, i).Where(j => ((node.Needs >> (j % 31)) & 1) == 1 && j % 5 == i % 5)],
            }),
        ],
        []);

    static IReadOnlyList<ResourceUse> Uses(int kind) => kind switch
    {
        1 => [new ResourceUse(Gpu)],
        2 => [new ResourceUse(Gpu, 2)],
        3 => [new ResourceUse(Port), new ResourceUse(Gpu)],
        4 => [new ResourceUse(Gpu), new ResourceUse(Port)],
        _ => [],
    };

    // In plan order every need comes first, so one pass decides.
    static List<NodeOutcome> Model(Plan plan, (int Needs, int Uses, bool Fails, bool Assured)[] nodes)
    {
        var outcomes = new List<NodeOutcome>();
        foreach (var node in plan.Nodes)
        {
            var blocked = !nodes[node.Index].Assured && node.Needs.Any(need => outcomes[need] != NodeOutcome.Succeeded);
            outcomes.Add(blocked ? NodeOutcome.Blocked : nodes[node.Index].Fails ? NodeOutcome.Failed : NodeOutcome.Succeeded);
        }

        return outcomes;
    }

    /// <summary>Takes a random moment for each node and notes every broken rule.</summary>
    sealed class RandomRunner(Plan plan, bool[] fails) : INodeRunner
    {
        readonly Lock _lock = new();
        readonly HashSet<int> _running = [];
        readonly HashSet<int> _ended = [];

        public int MostAtOnce { get; private set; }

        public List<string> Broken { get; } = [];

        public bool HasWork(PlannedNode node) => true;

        public async Task<NodeResult> RunAsync(PlannedNode node, IReadOnlyList<NodeResult> needs, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (needs.Any(need => _running.Contains(need.Node.Index))) Broken.Add($"{node} started before what it needs ended");
                if (node.Follows.Any(_running.Contains)) Broken.Add($"{node} started before what it follows ended");
                if (!_running.Add(node.Index) || _ended.Contains(node.Index)) Broken.Add($"{node} started twice");
                MostAtOnce = Math.Max(MostAtOnce, _running.Count);
                foreach (var use in _running.SelectMany(i => plan.Nodes[i].Node.Uses).GroupBy(use => use.Resource))
                    if (use.Sum(u => u.Count) > use.Key.Capacity) Broken.Add($"more of {use.Key.Name} is used than there is");
            }

            for (var i = Random.Shared.Next(4); i > 0; i--) await Task.Yield();
            lock (_lock)
            {
                _running.Remove(node.Index);
                _ended.Add(node.Index);
            }

            return new NodeResult { Node = node, Outcome = fails[node.Index] ? NodeOutcome.Failed : NodeOutcome.Succeeded };
        }
    }
}
