using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Engine.Tests.Planning;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Continuing;

/// <summary>Several runs of one graph, most of them continuing the one before, between which inputs, outputs and a parameter change.</summary>
public sealed class ContinueProperties
{
    const int Samples = 60;

    // One run: what it continues, what changes before it, and what fails and declines in it, as numbers that pick nodes.
    sealed record Step(bool Continues, int Parameter, int[] Edits, int Version, int[] Spoiled, bool Deleted, int[] Fails, int[] Declines, bool Skips);

    static readonly Gen<Step> AnyStep =
        from continues in Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false)))
        from parameter in Gen.Frequency((5, Gen.Const(0)), (1, Gen.Const(1)))
        from edits in Gen.Frequency((1, Gen.Const<int[]>([])), (1, Gen.Int[0, 99].Array[1, 3]))
        from version in Gen.Int[0, 2]
        from spoiled in Gen.Frequency((2, Gen.Const<int[]>([])), (1, Gen.Int[0, 99].Array[1, 3]))
        from deleted in Gen.Bool
        from fails in Gen.Frequency((1, Gen.Const<int[]>([])), (3, Gen.Int[0, 99].Array[1, 4]))
        from declines in Gen.Int[0, 99].Array[0, 4]
        from skips in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        select new Step(continues, parameter, edits, version, spoiled, deleted, fails, declines, skips);

    static readonly Gen<(RandomBuild Build, Step[] Steps, int Seed)> AnyHistory =
        Gen.Select(Any.Build(), AnyStep.Array[2, 7], Gen.Int[0, 100_000]);

    [Fact]
    public void Runs_AnyHistory_DoWhatTheNaiveModelSaysAndLeaveNothingStale() => AnyHistory.Sample(
        history =>
        {
            using var world = new World(history.Build.Graph, history.Seed);
            var naive = new NaiveHistory(world);
            foreach (var step in history.Steps)
            {
                Prepare(world, step);
                var plan = Planner.Plan(world.Graph, history.Build.Request with { Skip = step.Skips ? history.Build.Request.Skip : null });
                var summary = world.Run(plan, step.Continues, step.Parameter, Names(world, step.Fails), Names(world, step.Declines));
                summary.Results.Select(result => $"{result.Node} {result.Outcome}")
                    .ShouldBe(plan.Nodes.Zip(naive.Run(plan, step.Continues, out var ran), (node, outcome) => $"{node} {outcome}"), string.Join('\n', summary.Results.Select(result => $"{result.Node}: {result.Reason}")));
                world.Ran.ShouldBe(ran, ignoreOrder: true, "each body runs once");
                summary.Results.Select(result => world.WrongWith(result, summary.Results)).OfType<string>().ShouldBeEmpty();
            }
        },
        iter: Samples,
        print: history => $"{history.Build}\n{string.Join('\n', history.Steps.Select(step => step.ToString()))}\nchances {history.Seed}");

    static void Prepare(World world, Step step)
    {
        foreach (var name in Names(world, step.Edits).Where(world.IsCached)) world.SetInput(name, step.Version);
        foreach (var name in Names(world, step.Spoiled).Where(world.IsCached)) world.SpoilOutput(name, step.Deleted);
    }

    static HashSet<string> Names(World world, int[] picks) => [.. picks.Select(pick => world.Graph.Nodes[pick % world.Graph.Nodes.Count].Name)];
}
