using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>
/// When jobs run, in GitHub's words. Left to itself GitHub runs a job when everything before it, directly or not, succeeded; that is right
/// only where the same holds for everything before it, for every event. Everywhere else the whole condition is written.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="jobs">Its jobs, each after what it waits for.</param>
/// <param name="findings">Takes what can't be said.</param>
sealed class JobConditions(CiPlan plan, IReadOnlyList<PlannedJob> jobs, Findings findings)
{
    readonly EventConditions _events = new(plan, findings);
    readonly HashSet<string> _plain = [];

    /// <summary>The condition of each job by its id; null where GitHub's own is right.</summary>
    public IReadOnlyDictionary<string, Expression?> All()
    {
        var conditions = new Dictionary<string, Expression?>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            CheckNeeds(job, conditions);
            if (IsPlain(job)) _plain.Add(job.Id);
            conditions[job.Id] = _plain.Contains(job.Id) ? null : Condition(job);
        }

        return conditions;
    }

    bool IsPlain(PlannedJob job) =>
        job.Activations.All(activation => activation.IsPlain(job.Needs))
        && _events.IsEveryEvent([.. job.Activations.SelectMany(activation => activation.Triggers)])
        && job.Needs.All(_plain.Contains);

    Expression Condition(PlannedJob job)
    {
        var assured = job.Activations.Where(activation => activation.Rule is CiRule.Whatever).ToList();
        var others = job.Activations.Except(assured).ToList();
        return Expression.Any(
            assured.Count == 0 ? new Expression.Truth(false) : Expression.All(Expression.Calling("always"), Events(job, assured)),
            others.Count == 0 ? new Expression.Truth(false) : Expression.All(new Expression.Not(Expression.Calling("cancelled")), Cases(job, others)));
    }

    // Events with the same rule share it.
    Expression Cases(PlannedJob job, IReadOnlyList<CiActivation> activations) => Expression.Any(activations
        .GroupBy(activation => Rule(job, activation.Rule).ToString(), StringComparer.Ordinal)
        .Select(group => Expression.All(Events(job, [.. group]), Rule(job, group.First().Rule))));

    Expression Events(PlannedJob job, IReadOnlyList<CiActivation> activations) =>
        _events.Of(job.Id, [.. activations.SelectMany(activation => activation.Triggers)]);

    Expression Rule(PlannedJob job, CiRule rule) => rule switch
    {
        CiRule.Whatever => new Expression.Truth(true),
        CiRule.Succeeded succeeded => Result(job, succeeded.Job).Is("success"),
        CiRule.Failed failed => Result(job, failed.Job).Is("failure"),
        CiRule.All all => Expression.All(all.Rules.Select(part => Rule(job, part))),
        CiRule.Any any => Expression.Any(any.Rules.Select(part => Rule(job, part))),
        _ => throw new InvalidOperationException($"There is no way to write a {rule.GetType().Name}."),
    };

    Expression.Value Result(PlannedJob job, string need)
    {
        if (!job.Needs.Contains(need))
            findings.Add(new Diagnostic(GitHubCodes.UnknownJob, $"Job \"{job.Id}\" asks what became of \"{need}\", for which it doesn't wait.", $"Let \"{job.Id}\" need \"{need}\"."));
        return new Expression.Value(["needs", need, "result"]);
    }

    void CheckNeeds(PlannedJob job, Dictionary<string, Expression?> before)
    {
        foreach (var need in job.Needs.Where(need => !before.ContainsKey(need)))
            findings.Add(new Diagnostic(GitHubCodes.UnknownJob, $"Job \"{job.Id}\" needs \"{need}\", which isn't a job before it.", NearestName.Hint(need, before.Keys)));
    }
}
