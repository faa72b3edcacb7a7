namespace Harvis.Model.Triggers;

/// <summary>What starts a pipeline. Closed.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>Commits pushed to branches; patterns may hold <c>*</c> and <c>**</c>.</summary>
    public static Trigger Push(params IReadOnlyList<string> branches) => new BranchPush(branches);

    /// <summary>A tag pushed whose name matches.</summary>
    public static Trigger Tag(params IReadOnlyList<string> patterns) => new TagPush(patterns);

    /// <summary>A pull request (merge request) into these branches.</summary>
    public static Trigger PullRequest(params IReadOnlyList<string> into) => new PullRequestChange(into);

    /// <summary>A time, as five cron fields in UTC.</summary>
    public static Trigger Schedule(string cron) => new Timer(cron);

    /// <summary>A person.</summary>
    public static Trigger Manual { get; } = new ByHand();

    /// <summary>See <see cref="Push"/>.</summary>
    public sealed record BranchPush(IReadOnlyList<string> Branches) : Trigger;

    /// <summary>See <see cref="Tag"/>.</summary>
    public sealed record TagPush(IReadOnlyList<string> Patterns) : Trigger;

    /// <summary>See <see cref="PullRequest"/>.</summary>
    public sealed record PullRequestChange(IReadOnlyList<string> Into) : Trigger;

    /// <summary>See <see cref="Schedule"/>.</summary>
    public sealed record Timer(string Cron) : Trigger;

    /// <summary>See <see cref="Manual"/>.</summary>
    public sealed record ByHand : Trigger;
}
