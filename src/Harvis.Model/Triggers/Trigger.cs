namespace Harvis.Model.Triggers;

/// <summary>What starts a pipeline. Closed.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>A person, who chooses nothing.</summary>
    public static Trigger Manual { get; } = new ByHand([]);

    /// <summary>Another pipeline, which calls this one after what it waits for.</summary>
    public static Trigger Called { get; } = new ByPipeline();

    /// <summary>Commits pushed to branches; patterns may hold <c>*</c> and <c>**</c>, see <see cref="NamePattern"/>.</summary>
    public static BranchPush Push(params IReadOnlyList<string> branches) => new(NamePattern.All(branches));

    /// <summary>A tag pushed whose name matches.</summary>
    public static TagPush Tag(params IReadOnlyList<string> patterns) => new(NamePattern.All(patterns));

    /// <summary>A pull request (merge request) into these branches.</summary>
    public static PullRequestChange PullRequest(params IReadOnlyList<string> into) => new(NamePattern.All(into));

    /// <summary>A time, as five cron fields in UTC.</summary>
    /// <exception cref="FormatException">They aren't five cron fields.</exception>
    public static Timer Schedule(string cron) => new(CronSchedule.Parse(cron));

    /// <summary>A person, who chooses values for these inputs.</summary>
    public static ByHand ManualWith(params IReadOnlyList<TriggerInput> inputs) => new(inputs);

    /// <summary>See <see cref="Push"/>.</summary>
    /// <param name="Branches">Which branches; empty for all.</param>
    public sealed record BranchPush(IReadOnlyList<NamePattern> Branches) : Trigger
    {
        /// <summary>Which changed paths count; empty for all.</summary>
        public IReadOnlyList<NamePattern> Paths { get; init; } = [];

        /// <summary>The same, only where one of these paths changed.</summary>
        public BranchPush For(params IReadOnlyList<string> paths) => this with { Paths = NamePattern.All(paths) };
    }

    /// <summary>See <see cref="Tag"/>.</summary>
    /// <param name="Patterns">Which tags; empty for all.</param>
    public sealed record TagPush(IReadOnlyList<NamePattern> Patterns) : Trigger;

    /// <summary>See <see cref="PullRequest"/>.</summary>
    /// <param name="Into">Which branches; empty for all.</param>
    public sealed record PullRequestChange(IReadOnlyList<NamePattern> Into) : Trigger
    {
        /// <summary>Which changed paths count; empty for all.</summary>
        public IReadOnlyList<NamePattern> Paths { get; init; } = [];

        /// <summary>The same, only where one of these paths changed.</summary>
        public PullRequestChange For(params IReadOnlyList<string> paths) => this with { Paths = NamePattern.All(paths) };
    }

    /// <summary>See <see cref="Schedule"/>.</summary>
    /// <param name="Cron">When.</param>
    public sealed record Timer(CronSchedule Cron) : Trigger;

    /// <summary>See <see cref="Manual"/>.</summary>
    /// <param name="Inputs">What the person chooses.</param>
    public sealed record ByHand(IReadOnlyList<TriggerInput> Inputs) : Trigger;

    /// <summary>See <see cref="Called"/>.</summary>
    public sealed record ByPipeline : Trigger;
}
