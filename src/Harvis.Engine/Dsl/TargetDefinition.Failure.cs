namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal bool Proceeds { get; init; }

    internal bool IsAssured { get; init; }

    internal int RetryCount { get; init; }

    internal Backoff RetryBackoff { get; init; } = Backoff.Default;

    internal TimeSpan? TimeLimit { get; init; }

    /// <summary>What this target triggers runs although it failed. What depends on it never does; what is independent of it always does.</summary>
    public TargetDefinition ProceedAfterFailure() => this with { Proceeds = true };

    /// <summary>Runs although what it depends on failed or the run was cancelled: for clean-up.</summary>
    public TargetDefinition AssuredAfterFailure() => this with { IsAssured = true };

    /// <summary>Tries again after a failure. Only for what can be repeated safely.</summary>
    /// <param name="times">How often, besides the first try; 1 to 100.</param>
    /// <param name="backoff">How long to wait before each; the default is exponential from one second.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 100 times.</exception>
    public TargetDefinition Retry(int times, Backoff? backoff = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, 100);
        return this with { RetryCount = times, RetryBackoff = backoff ?? Backoff.Default };
    }

    /// <summary>Ends a try that takes longer, with its processes, as a failure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public TargetDefinition Timeout(TimeSpan limit)
    {
        if (limit.Ticks <= 0) throw new ArgumentOutOfRangeException(nameof(limit), limit, "More than nothing.");
        return this with { TimeLimit = limit };
    }
}
