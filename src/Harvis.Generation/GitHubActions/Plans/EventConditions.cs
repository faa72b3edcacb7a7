using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>For which of the events that start a workflow a job is meant. Says no more than what tells those events from the others.</summary>
/// <param name="plan">The plan, whose triggers are all events that start it.</param>
/// <param name="findings">Takes what can't be told apart.</param>
sealed class EventConditions(CiPlan plan, Findings findings)
{
    /// <summary>The input by which a called workflow knows that it was called: the event is the caller's then.</summary>
    public const string Called = "called";

    readonly bool _canBeCalled = plan.Triggers.Any(trigger => trigger is Trigger.ByPipeline);

    /// <summary>Whether these triggers mean every event that starts the workflow.</summary>
    public bool IsEveryEvent(IReadOnlyList<Trigger> triggers) => plan.Triggers.All(trigger => Has(triggers, trigger));

    /// <summary>The condition.</summary>
    public Expression Of(string job, IReadOnlyList<Trigger> triggers)
    {
        if (IsEveryEvent(triggers)) return new Expression.Truth(true);
        return Expression.Any(triggers.GroupBy(trigger => trigger.GetType()).Select(kind => OfKind(job, [.. kind])));
    }

    Expression OfKind(string job, IReadOnlyList<Trigger> mine)
    {
        var others = plan.Triggers.Where(trigger => trigger.GetType() == mine[0].GetType() && !Has(mine, trigger)).ToList();
        return mine[0] switch
        {
            Trigger.BranchPush => Expression.All(
                Event("push"), RefType<Trigger.TagPush>("branch"),
                Names(job, "github.ref_name", mine, others, trigger => ((Trigger.BranchPush)trigger).Branches, trigger => ((Trigger.BranchPush)trigger).Paths)),
            Trigger.TagPush => Expression.All(
                Event("push"), RefType<Trigger.BranchPush>("tag"),
                Names(job, "github.ref_name", mine, others, trigger => ((Trigger.TagPush)trigger).Patterns, _ => [])),
            Trigger.PullRequestChange => Expression.All(
                Event("pull_request"),
                Names(job, "github.base_ref", mine, others, trigger => ((Trigger.PullRequestChange)trigger).Into, trigger => ((Trigger.PullRequestChange)trigger).Paths)),
            Trigger.Timer => Expression.All(Event("schedule"), others.Count == 0 ? new Expression.Truth(true)
                : Expression.Any(mine.Select(trigger => Expression.Of("github.event.schedule").Is(((Trigger.Timer)trigger).Cron.Text)))),
            Trigger.ByHand => Event("workflow_dispatch"),
            Trigger.ByPipeline => Expression.Of($"inputs.{Called}"),
            _ => throw new InvalidOperationException($"There are no words for a {mine[0].GetType().Name}."),
        };
    }

    Expression Event(string name)
    {
        var happened = Expression.Of("github.event_name").Is(name);
        return _canBeCalled ? Expression.All(new Expression.Not(Expression.Of($"inputs.{Called}")), happened) : happened;
    }

    Expression RefType<TOther>(string type) => plan.Triggers.Any(trigger => trigger is TOther) ? Expression.Of("github.ref_type").Is(type) : new Expression.Truth(true);

    Expression Names(
        string job, string name, IReadOnlyList<Trigger> mine, IReadOnlyList<Trigger> others,
        Func<Trigger, IReadOnlyList<NamePattern>> patterns, Func<Trigger, IReadOnlyList<NamePattern>> paths)
    {
        if (others.Count == 0) return new Expression.Truth(true);
        if (mine.Concat(others).Select(trigger => PathFilters.Words(paths(trigger))).Distinct().Count() > 1) findings.Add(PathFilters.Differ(job));
        return new NameConditions(job, name, findings).Of([.. mine.Select(patterns)], [.. others.Select(patterns)]);
    }

    // Whoever starts it by hand starts all that can be; so does a caller.
    static bool Has(IReadOnlyList<Trigger> triggers, Trigger trigger) => trigger is Trigger.ByHand or Trigger.ByPipeline
        ? triggers.Any(other => other.GetType() == trigger.GetType())
        : triggers.Contains(trigger, TriggerText.Comparer);
}
