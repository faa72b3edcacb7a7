using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Triggers;

/// <summary>Triggers in words. Equal words mean equal triggers: their records compare lists by reference.</summary>
public static class TriggerText
{
    /// <summary>Such as <c>push to main, release/*</c>.</summary>
    public static string Of(Trigger trigger) => trigger switch
    {
        Trigger.BranchPush push => $"push to {Names(push.Branches)}{Paths(push.Paths)}",
        Trigger.TagPush tag => $"tag {Names(tag.Patterns)}",
        Trigger.PullRequestChange change => $"pull request into {Names(change.Into)}{Paths(change.Paths)}",
        Trigger.Timer timer => $"schedule {timer.Cron}",
        Trigger.ByHand { Inputs: [] } => "by hand",
        Trigger.ByHand byHand => $"by hand with {string.Join(", ", byHand.Inputs.Select(Input))}",
        Trigger.ByPipeline => "called by a pipeline",
        _ => throw new InvalidOperationException($"There are no words for a {trigger.GetType().Name}."),
    };

    /// <summary>The triggers, each once, in the order met.</summary>
    public static IReadOnlyList<Trigger> Distinct(IEnumerable<Trigger> triggers) => [.. triggers.DistinctBy(Of)];

    /// <summary>Compares triggers by their words.</summary>
    public static IEqualityComparer<Trigger> Comparer { get; } = new ByWords();

    static string Names(IReadOnlyList<NamePattern> patterns) => patterns.Count == 0 ? "any" : string.Join(", ", patterns);

    static string Paths(IReadOnlyList<NamePattern> paths) => paths.Count == 0 ? "" : $" changing {string.Join(", ", paths)}";

    static string Input(TriggerInput input) =>
        input.Parameter + (input.Options.Count > 0 ? $" ({string.Join('|', input.Options)})" : "") + (input.Default is { } value ? $" = {value}" : "");

    sealed class ByWords : IEqualityComparer<Trigger>
    {
        public bool Equals(Trigger? x, Trigger? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Of(x) == Of(y));

        public int GetHashCode([DisallowNull] Trigger obj) => Of(obj).GetHashCode(StringComparison.Ordinal);
    }
}
