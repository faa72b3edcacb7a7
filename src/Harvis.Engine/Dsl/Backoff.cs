namespace Harvis.Engine.Dsl;

/// <summary>How long to wait before trying again.</summary>
public sealed record Backoff
{
    Backoff(TimeSpan first, double factor, TimeSpan longest) => (First, Factor, Longest) = (first, factor, longest);

    /// <summary>One second, doubled each time, at most one minute.</summary>
    public static Backoff Default { get; } = Exponential(TimeSpan.FromSeconds(1));

    /// <summary>The wait before the second try.</summary>
    public TimeSpan First { get; }

    /// <summary>By how much each wait is longer than the one before it.</summary>
    public double Factor { get; }

    /// <summary>The longest wait.</summary>
    public TimeSpan Longest { get; }

    /// <summary>The same wait each time.</summary>
    public static Backoff Constant(TimeSpan wait) => Exponential(wait, 1, wait);

    /// <summary>Waits that grow.</summary>
    /// <param name="first">The wait before the second try; not negative.</param>
    /// <param name="factor">At least 1; 2 by default.</param>
    /// <param name="longest">The longest wait; one minute by default, or <paramref name="first"/> where that is longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or a factor below 1.</exception>
    public static Backoff Exponential(TimeSpan first, double factor = 2, TimeSpan? longest = null)
    {
        if (first.Ticks < 0) throw new ArgumentOutOfRangeException(nameof(first), first, "Not negative.");
        if (!(factor >= 1)) throw new ArgumentOutOfRangeException(nameof(factor), factor, "At least 1.");
        var bound = longest ?? TimeSpan.FromMinutes(1);
        return new Backoff(first, factor, bound < first ? first : bound);
    }

    /// <summary>The wait before a retry.</summary>
    /// <param name="retry">1 for the first retry.</param>
    public TimeSpan Before(int retry)
    {
        var ticks = First.Ticks * Math.Pow(Factor, retry - 1);
        return ticks >= Longest.Ticks ? Longest : TimeSpan.FromTicks((long)ticks);
    }
}
