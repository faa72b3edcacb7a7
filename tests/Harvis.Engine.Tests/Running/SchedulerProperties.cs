using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Planning;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

public sealed class SchedulerProperties
{
    const int Samples = 400;

    // The plan, the bound, and a number that all of a run's chances follow from.
    sealed record Case(Plan Plan, int Parallelism, int Seed, string Text)
    {
        public override string ToString() => $"{Text}\nparallelism {Parallelism}, chances {Seed}";
    }

    static readonly Gen<Case> AnyCase =
        from build in Gen.OneOf(Any.Build(), Any.Crowd())
        from parallelism in Gen.Int[1, 6]
        from seed in Gen.Int[0, 1_000_000]
        select new Case(Planner.Plan(build.Graph, build.Request), parallelism, seed, build.ToString());

    [Fact]
    public void Run_AnyPlan_EndsEachNodeOnceAndAsTheRulesSay() => AnyCase.Sample(
        any =>
        {
            using var run = new WatchedRun(any.Plan, any.Parallelism, any.Seed);
            run.ToEnd();
            run.EndedOnce();
            var naive = NaiveOutcomes.Of(any.Plan, run.ScriptOf, out var runs);
            run.Outcomes.ShouldBe(naive);
            run.Runner.Started.Select(node => node.Index).ShouldBe(runs, ignoreOrder: true);
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Run_AnyPlan_StartsNothingBeforeWhatItWaitsForHasEnded() => AnyCase.Sample(
        any =>
        {
            using var run = new WatchedRun(any.Plan, any.Parallelism, any.Seed, (ended, running) =>
            {
                foreach (var node in running) node.Needs.Concat(node.Follows).ShouldAllBe(before => ended.Contains(before));
            });
            run.ToEnd();
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Run_AnyPlan_NeverHoldsMoreThanThereIs() => AnyCase.Sample(
        any =>
        {
            using var run = new WatchedRun(any.Plan, any.Parallelism, any.Seed, (_, running) =>
            {
                running.Count.ShouldBeLessThanOrEqualTo(any.Parallelism);
                foreach (var use in running.SelectMany(node => node.Node.Uses).GroupBy(use => use.Resource))
                    use.Sum(one => one.Count).ShouldBeLessThanOrEqualTo(use.Key.Capacity, use.Key.Name);
            });
            run.ToEnd();
        },
        iter: Samples,
        threads: 1);

    // Without resources it is known at each moment what runs: of what waits for nothing, what comes first in the plan, up to the bound.
    [Fact]
    public void Run_NothingUsesAResource_RunsAsMuchAsMayRun() => AnyCase.Sample(
        any =>
        {
            var plan = new Plan([.. any.Plan.Nodes.Select(WithoutResources)], []);
            using var run = new WatchedRun(plan, any.Parallelism, any.Seed);
            var random = new Random(any.Seed);
            _ = NaiveOutcomes.Of(plan, run.ScriptOf, out var runs);
            var (running, ended) = (new SortedSet<int>(), new HashSet<int>());
            while (true)
            {
                // What doesn't run ends at once and takes no place.
                while (running.Count < any.Parallelism && plan.Nodes.FirstOrDefault(node => IsReady(node, running, ended)) is { } next)
                    (runs.Contains(next.Index) ? (ISet<int>)running : ended).Add(next.Index);
                run.Until(() => run.Runner.Running.Count >= running.Count, "as much runs as may");
                run.Runner.Running.Select(node => node.Node.Index).ShouldBe(running);
                if (running.Count == 0) break;
                var ending = run.Runner.Running[random.Next(running.Count)];
                running.Remove(ending.Node.Index);
                ended.Add(ending.Node.Index);
                run.Runner.End(ending, run.ScriptOf(ending.Node));
            }

            run.Until(() => run.IsEnded, "the run ends");
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Run_StoppedAnywhere_EndsWithOnlyWhatIsAssured() => AnyCase.Sample(
        any =>
        {
            using var run = new WatchedRun(any.Plan, any.Parallelism, any.Seed);
            run.Steps(any.Seed % (any.Plan.Nodes.Count + 1));
            var running = run.Runner.Running;
            var assuredBefore = running.Where(node => node.Node.Node.AssuredAfterFailure).ToList();
            run.Stop();
            foreach (var node in running) node.Token.IsCancellationRequested.ShouldBe(!assuredBefore.Contains(node), node.Node.ToString());
            var (started, ended) = (run.Runner.Started.Count, run.Ended.Count);
            run.ToEnd();
            run.EndedOnce();
            foreach (var node in any.Plan.Nodes.Where(node => node.Node.AssuredAfterFailure && node.Node.Joins.Count == 0 && node.SkipReason is null))
                run.Runner.Started.ShouldContain(node);
            foreach (var result in run.Ended.Skip(ended).Where(result => !result.Node.Node.AssuredAfterFailure && !run.Runner.Started.Contains(result.Node)))
                result.Outcome.ShouldBeOneOf(NodeOutcome.Cancelled, NodeOutcome.Blocked, NodeOutcome.Skipped);
        },
        iter: Samples,
        threads: 1);

    [Fact]
    public void Run_KilledInCleanUp_CancelsWhatIsAssuredToo() => AnyCase.Sample(
        any =>
        {
            using var run = new WatchedRun(any.Plan, any.Parallelism, any.Seed);
            run.Steps(any.Seed % (any.Plan.Nodes.Count + 1));
            run.Stop();
            run.Kill();
            run.Runner.Running.ShouldAllBe(node => node.Token.IsCancellationRequested);
            run.ToEnd();
            run.EndedOnce();
        },
        iter: Samples / 2,
        threads: 1);

    static bool IsReady(PlannedNode node, IReadOnlySet<int> running, IReadOnlySet<int> ended) =>
        !running.Contains(node.Index) && !ended.Contains(node.Index) && node.Needs.Concat(node.Follows).All(ended.Contains);

    static PlannedNode WithoutResources(PlannedNode node) => new()
    {
        Index = node.Index,
        Node = node.Node with { Uses = [] },
        Needs = node.Needs,
        Follows = node.Follows,
        TriggeredBy = node.TriggeredBy,
        SkipReason = node.SkipReason,
    };
}
