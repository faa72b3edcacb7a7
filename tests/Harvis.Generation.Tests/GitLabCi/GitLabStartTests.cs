using CsCheck;
using Harvis.Generation.GitLabCi;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Tests.GitLabCi.Evaluation;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>For random plans, events and failures: GitLab runs the targets of exactly those jobs that the plan says.</summary>
public sealed class GitLabStartTests
{
    static readonly Trigger[] Triggers = [Trigger.Push("main"), Trigger.Push("**"), Trigger.Push("release/*"), Trigger.Tag("v*"), Trigger.Manual];

    static readonly CiEvent[] Events =
    [
        new CiEvent.Push { Ref = GitRef.OfBranch("main") }, new CiEvent.Push { Ref = GitRef.OfBranch("release/1") },
        new CiEvent.TagPush { Ref = GitRef.OfTag("v1") }, new CiEvent.Manual(new Dictionary<string, string>()) { Ref = GitRef.OfBranch("main") },
    ];

    static readonly Gen<CiPlan> RandomPlans =
        from seeds in Gen.Int[0, int.MaxValue - 1].Array[2, 7]
        select Plans.Of([.. seeds.Select((seed, place) => RandomJob(new Random(seed), place))]);

    [Fact]
    public void Pipeline_AnyPlanEventAndFailures_RunsWhatThePlanRuns() => Gen.Select(RandomPlans, RandomEvents.OneOf(Events), Gen.Int[0, 127], Gen.Int[0, 127]).Sample((plan, happened, failing, skippedAsFailed) =>
    {
        var document = GitLabPipeline.Generate(plan).Document;
        bool Fails(string id) => (failing >> plan.Jobs.ToList().FindIndex(job => job.Id == id) & 1) == 1;

        GitLab(plan, document, happened, Fails, skippedAsFailed).ShouldBe(Neutral(plan, happened, Fails), document.ToYaml());
    }, iter: 2500);

    static List<string> Neutral(CiPlan plan, CiEvent happened, Func<string, bool> fails)
    {
        var outcomes = new Dictionary<string, CiOutcome>();
        foreach (var job in plan.Jobs)
        {
            var runs = job.Activations.Any(activation => activation.Triggers.Any(trigger => trigger.Matches(happened)) && activation.Rule.Holds(id => outcomes.GetValueOrDefault(id, CiOutcome.Skipped)));
            outcomes[job.Id] = !runs ? CiOutcome.Skipped : fails(job.Id) ? CiOutcome.Failed : CiOutcome.Succeeded;
        }

        return [.. plan.Jobs.Select(job => job.Id).Where(id => outcomes[id] != CiOutcome.Skipped)];
    }

    // As Ci::ProcessBuildService and Gitlab::Ci::Status::Composite have it for jobs with needs.
    static List<string> GitLab(CiPlan plan, GitLabDocument document, CiEvent happened, Func<string, bool> fails, int skippedAsFailed)
    {
        var (statuses, ran, gitLabEvent) = (new Dictionary<string, string>(), new Dictionary<string, CiOutcome>(), new GitLabEvent(happened, isFromOutside: false));
        foreach (var (job, place) in document.Jobs.Select((job, place) => (job, place)))
        {
            if (job.Rules.FirstOrDefault(gitLabEvent.Meets) is not { } rule) continue;
            var needs = job.Needs!.Cast<GitLabNeed.Of>().ToList();
            needs.ShouldAllBe(need => need.IsOptional || statuses.ContainsKey(need.Job), $"{job.Name} has no pipeline");
            var all = needs.Where(need => statuses.ContainsKey(need.Job)).Select(need => statuses[need.Job]).ToList();
            var status = all.Contains("skipped") ? "skipped" : all.Contains("failed") ? "failed" : "success";
            if (rule.When is null && status != "success") statuses[job.Name] = "skipped";
            else if (rule.Variables.Count > 0 && !Decides(plan.Find(job.Name)!, document, happened, ran)) statuses[job.Name] = (skippedAsFailed >> place & 1) == 1 ? "failed" : "success";
            else (statuses[job.Name], ran[job.Name]) = fails(job.Name) ? ("failed", CiOutcome.Failed) : ("success", CiOutcome.Succeeded);
        }

        return [.. plan.Jobs.Select(job => job.Id).Where(ran.ContainsKey)];
    }

    // The engine, which has the records of those jobs that ran and that it takes artifacts of.
    static bool Decides(CiJob job, GitLabDocument document, CiEvent happened, Dictionary<string, CiOutcome> ran)
    {
        var taken = document.Jobs.Single(made => made.Name == job.Id).Needs!.Cast<GitLabNeed.Of>().Where(need => need.TakesArtifacts).Select(need => need.Job).ToHashSet();
        CiOutcome Outcome(string id) => taken.Contains(id) && Leaves(document, id) ? ran.GetValueOrDefault(id, CiOutcome.Skipped) : CiOutcome.Skipped;
        return job.Activations.Any(activation => activation.Triggers.Any(trigger => trigger.Matches(happened)) && activation.Rule.Holds(Outcome));
    }

    static bool Leaves(GitLabDocument document, string id) =>
        document.Jobs.Single(job => job.Name == id).Artifacts?.Paths.Contains($".nuke/temp/handover/{CiName.Of(id)}.json") == true;

    static CiJob RandomJob(Random random, int place)
    {
        var needs = Enumerable.Range(0, place).Where(_ => random.Next(3) == 0).Select(before => $"J{before}").ToList();
        var triggers = Triggers.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        var split = random.Next(1, triggers.Count + 1);
        var first = new CiActivation(triggers[..split], RandomRule(random, needs));
        return new CiJob
        {
            Id = $"J{place}", Title = "", Nodes = [$"J{place}"], Stage = Stages.Build, Needs = needs, Timeout = TimeSpan.FromHours(1),
            Activations = split == triggers.Count ? [first] : [first, new CiActivation(triggers[split..], RandomRule(random, needs))],
        };
    }

    static CiRule RandomRule(Random random, IReadOnlyList<string> needs) => random.Next(6) switch
    {
        0 => CiRule.Always,
        1 => new CiRule.All([.. needs.Where(_ => random.Next(2) == 0).Select(need => new CiRule.Succeeded(need))]),
        2 when needs.Count > 0 => new CiRule.Any([.. needs.Select(need => (CiRule)(random.Next(2) == 0 ? new CiRule.Succeeded(need) : new CiRule.Failed(need)))]),
        _ => new CiRule.All([.. needs.Select(need => new CiRule.Succeeded(need))]),
    };
}
