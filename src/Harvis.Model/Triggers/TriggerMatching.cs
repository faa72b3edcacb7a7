using Harvis.Model.Ci;

namespace Harvis.Model.Triggers;

/// <summary>Which events a trigger means.</summary>
public static class TriggerMatching
{
    /// <summary>Whether the event is one that the trigger means. Where the event doesn't tell which paths changed, paths don't count.</summary>
    public static bool Matches(this Trigger trigger, CiEvent happened) => (trigger, happened) switch
    {
        (Trigger.BranchPush push, CiEvent.Push) => AnyOf(push.Branches, happened.Ref.Branch) && AnyPath(push.Paths, happened.ChangedPaths),
        (Trigger.TagPush tag, CiEvent.TagPush) => AnyOf(tag.Patterns, happened.Ref.Tag),
        (Trigger.PullRequestChange change, CiEvent.PullRequest request) => AnyOf(change.Into, request.Into) && AnyPath(change.Paths, happened.ChangedPaths),
        (Trigger.Timer timer, CiEvent.Schedule schedule) => timer.Cron.Text == schedule.Cron,
        (Trigger.ByHand, CiEvent.Manual) => true,
        (Trigger.ByPipeline, CiEvent.Call) => true,
        _ => false,
    };

    static bool AnyOf(IReadOnlyList<NamePattern> patterns, string? name) =>
        name is not null && (patterns.Count == 0 || patterns.Any(pattern => pattern.Matches(name)));

    static bool AnyPath(IReadOnlyList<NamePattern> patterns, IReadOnlyList<string>? changed) =>
        patterns.Count == 0 || changed is null || changed.Any(path => patterns.Any(pattern => pattern.Matches(path)));
}
