namespace Harvis.Model.Triggers;

/// <summary>How the events of two triggers relate.</summary>
public static class TriggerRelations
{
    /// <summary>Whether every event that the narrow one means is one that the wide one means. False where that can't be told.</summary>
    public static bool Covers(this Trigger wide, Trigger narrow) => (wide, narrow) switch
    {
        (Trigger.BranchPush all, Trigger.BranchPush some) => Covers(all.Branches, some.Branches) && Covers(all.Paths, some.Paths),
        (Trigger.TagPush all, Trigger.TagPush some) => Covers(all.Patterns, some.Patterns),
        (Trigger.PullRequestChange all, Trigger.PullRequestChange some) => Covers(all.Into, some.Into) && Covers(all.Paths, some.Paths),
        _ => CanMeet(wide, narrow),
    };

    /// <summary>Whether there may be an event that both mean. True where that can't be told.</summary>
    public static bool CanMeet(this Trigger one, Trigger other) => (one, other) switch
    {
        (Trigger.BranchPush left, Trigger.BranchPush right) => CanMeet(left.Branches, right.Branches),
        (Trigger.TagPush left, Trigger.TagPush right) => CanMeet(left.Patterns, right.Patterns),
        (Trigger.PullRequestChange left, Trigger.PullRequestChange right) => CanMeet(left.Into, right.Into),
        (Trigger.Timer left, Trigger.Timer right) => left.Cron.Text == right.Cron.Text,
        (Trigger.ByHand, Trigger.ByHand) => true,
        (Trigger.ByPipeline, Trigger.ByPipeline) => true,
        _ => false,
    };

    static bool Covers(IReadOnlyList<NamePattern> wide, IReadOnlyList<NamePattern> narrow) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(some => wide.Any(all => Covers(all, some))));

    static bool Covers(NamePattern wide, NamePattern narrow) => wide.Text == narrow.Text || (narrow.IsExact && wide.Matches(narrow.Text));

    static bool CanMeet(IReadOnlyList<NamePattern> left, IReadOnlyList<NamePattern> right) =>
        left.Count == 0 || right.Count == 0 || left.Any(one => right.Any(other => CanMeet(one, other)));

    // Two patterns with stars can match one name only if what stands before the first star of each agrees.
    static bool CanMeet(NamePattern left, NamePattern right) => (left.IsExact, right.IsExact) switch
    {
        (true, _) => right.Matches(left.Text),
        (_, true) => left.Matches(right.Text),
        _ => Start(left) is var one && Start(right) is var other
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)),
    };

    static string Start(NamePattern pattern) => pattern.Text.Split('*')[0];
}
