using CsCheck;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Ci;
using Harvis.Model.Triggers;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

/// <summary>For random plans and events, GitHub runs the jobs that the plan says.</summary>
public sealed class ConditionEquivalenceTests
{
    static readonly Trigger[] Triggers =
    [
        Trigger.Push("main"), Trigger.Push("release/**", "develop"), Trigger.Tag("v*"), Trigger.PullRequest("main"), Trigger.PullRequest("develop"),
        Trigger.Schedule("0 2 * * *"), Trigger.Schedule("0 3 * * 1"), Trigger.Manual, Trigger.Called,
    ];

    static readonly CiEvent[] Events =
    [
        new CiEvent.Push { Ref = GitRef.OfBranch("main") }, new CiEvent.Push { Ref = GitRef.OfBranch("develop") }, new CiEvent.Push { Ref = GitRef.OfBranch("release/1/x") },
        new CiEvent.TagPush { Ref = GitRef.OfTag("v1.0.0") }, new CiEvent.PullRequest("main") { Ref = GitRef.Parse("refs/pull/7/merge") },
        new CiEvent.PullRequest("develop") { Ref = GitRef.Parse("refs/pull/8/merge") }, new CiEvent.Schedule("0 2 * * *") { Ref = GitRef.OfBranch("main") },
        new CiEvent.Schedule("0 3 * * 1") { Ref = GitRef.OfBranch("main") }, new CiEvent.Manual(new Dictionary<string, string>()) { Ref = GitRef.OfBranch("main") },
        new CiEvent.Call { Ref = GitRef.OfBranch("main") },
    ];

    [Fact]
    public void Conditions_RandomPlans_RunTheSameJobs() => Plans().Sample((plan, happened, outcomes, cancelled) =>
    {
        if (!plan.Triggers.Any(trigger => trigger.Matches(happened))) return;
        var generation = new GitHubWorkflow(plan, SamplePlans.Options()).Generate();
        Run(plan, job => OnGitHub(generation.Workflow.Jobs, job, happened, cancelled), outcomes)
            .ShouldBe(Run(plan, job => Planned(job, happened, cancelled), outcomes), generation.Workflow.ToText());
    }, iter: 3000);

    static Gen<(CiPlan, CiEvent, bool[], bool)> Plans() => Gen.Select(Gen.Int[1, 6].SelectMany(Jobs), Gen.OneOf(Events), Gen.Bool.Array[6], Gen.Int[0, 5].Select(number => number == 0))
        .Select((jobs, happened, outcomes, cancelled) => (SamplePlans.Plan(jobs), happened, outcomes, cancelled));

    static Gen<CiJob[]> Jobs(int count) => Gen.Select(Gen.Int[0, 63].Array[count], Gen.Int[0, 4].Array[count * 2], Gen.Int[0, 511].Array[count * 2], Gen.Bool)
        .Select((needs, rules, triggers, plain) => Enumerable.Range(0, count).Select(index => Job(index, needs[index], plain ? [0, 0] : rules[(index * 2)..(index * 2 + 2)], plain ? [511, 511] : triggers[(index * 2)..(index * 2 + 2)])).ToArray());

    static CiJob Job(int index, int needBits, int[] rules, int[] triggerBits)
    {
        string[] needs = [.. Enumerable.Range(0, index).Where(need => (needBits >> need & 1) == 1).Select(need => $"job{need}")];
        var activations = rules.Zip(triggerBits).Select(pair => new CiActivation([.. Triggers.Where((_, bit) => (pair.Second >> bit & 1) == 1)], Rule(pair.First, needs)));
        return SamplePlans.Job($"job{index}", [], needs) with { Activations = [.. activations.Where(activation => activation.Triggers.Count > 0)] };
    }

    static CiRule Rule(int kind, string[] needs) => kind switch
    {
        1 => CiRule.Always,
        2 => new CiRule.Any([.. needs.Select(need => new CiRule.Succeeded(need)), .. needs.Select(need => new CiRule.Failed(need))]),
        3 => new CiRule.All([.. needs.Select((need, index) => index % 2 == 0 ? (CiRule)new CiRule.Any([new CiRule.Succeeded(need), new CiRule.Failed(need)]) : new CiRule.Succeeded(need))]),
        4 => CiRule.Unconditional,
        _ => SamplePlans.Succeeded(needs),
    };

    static string Run(CiPlan plan, Func<CiJob, Func<Func<string, CiOutcome>, bool>> decide, bool[] outcomes)
    {
        var ended = new Dictionary<string, CiOutcome>();
        foreach (var (index, job) in plan.Jobs.Index())
            ended[job.Id] = !decide(job)(id => ended[id]) ? CiOutcome.Skipped : outcomes[index] ? CiOutcome.Succeeded : CiOutcome.Failed;
        return string.Join(' ', ended);
    }

    static Func<Func<string, CiOutcome>, bool> Planned(CiJob job, CiEvent happened, bool cancelled) => outcome =>
        job.Activations.Any(activation => activation.Triggers.Any(trigger => trigger.Matches(happened)) && activation.Rule.Holds(outcome, cancelled));

    static Func<Func<string, CiOutcome>, bool> OnGitHub(IReadOnlyList<WorkflowJob> jobs, CiJob planned, CiEvent happened, bool cancelled) => outcome =>
    {
        var job = jobs.Single(one => one.Id == planned.Id);
        if (job.If is null) return !cancelled && Before(jobs, job).All(id => outcome(id) == CiOutcome.Succeeded);
        return new ExpressionEvaluator(path => Value(path, happened, outcome), function => function == "always" || (function == "cancelled" && cancelled)).Holds(job.If);
    };

    static IEnumerable<string> Before(IReadOnlyList<WorkflowJob> jobs, WorkflowJob job) =>
        job.Needs.SelectMany(need => Before(jobs, jobs.Single(one => one.Id == need)).Append(need));

    static object? Value(IReadOnlyList<string> path, CiEvent happened, Func<string, CiOutcome> outcome) => string.Join('.', path) switch
    {
        "github.event_name" => happened switch { CiEvent.PullRequest => "pull_request", CiEvent.Schedule => "schedule", CiEvent.Manual => "workflow_dispatch", _ => "push" },
        "github.ref_type" => happened.Ref.Tag is null ? "branch" : "tag",
        "github.ref_name" => happened.Ref.Branch ?? happened.Ref.Tag,
        "github.base_ref" => (happened as CiEvent.PullRequest)?.Into ?? "",
        "github.event.schedule" => (happened as CiEvent.Schedule)?.Cron,
        "inputs.called" => happened is CiEvent.Call ? true : null,
        _ when path[0] == "needs" => outcome(path[1]) switch { CiOutcome.Succeeded => "success", CiOutcome.Failed => "failure", _ => "skipped" },
        _ => throw new InvalidOperationException(string.Join('.', path)),
    };
}
