namespace Harvis.Model.Ci;

/// <summary>What must have become of other jobs for a job to run. Closed.</summary>
public abstract record CiRule
{
    private CiRule()
    {
    }

    /// <summary>Nothing: it runs whatever became of the others, cancelled or not.</summary>
    public static CiRule Always { get; } = new Whatever();

    /// <summary>Nothing, as long as the pipeline isn't cancelled: all of none.</summary>
    public static CiRule Unconditional { get; } = new All([]);

    /// <summary>See <see cref="Always"/>.</summary>
    public sealed record Whatever : CiRule;

    /// <summary>A job has succeeded, all legs of it.</summary>
    public sealed record Succeeded(string Job) : CiRule;

    /// <summary>A job has run and failed, or a leg of it has.</summary>
    public sealed record Failed(string Job) : CiRule;

    /// <summary>All of these hold.</summary>
    public sealed record All(IReadOnlyList<CiRule> Rules) : CiRule;

    /// <summary>One of these holds.</summary>
    public sealed record Any(IReadOnlyList<CiRule> Rules) : CiRule;

    /// <summary>Whether it holds.</summary>
    /// <param name="outcome">How a job ended.</param>
    /// <param name="cancelled">Whether the pipeline was cancelled.</param>
    public bool Holds(Func<string, CiOutcome> outcome, bool cancelled = false) => this is Whatever || (!cancelled && HoldsUncancelled(outcome));

    bool HoldsUncancelled(Func<string, CiOutcome> outcome) => this switch
    {
        Whatever => true,
        Succeeded succeeded => outcome(succeeded.Job) == CiOutcome.Succeeded,
        Failed failed => outcome(failed.Job) == CiOutcome.Failed,
        All all => all.Rules.All(rule => rule.HoldsUncancelled(outcome)),
        Any any => any.Rules.Any(rule => rule.HoldsUncancelled(outcome)),
        _ => throw new InvalidOperationException($"There is no way to judge a {GetType().Name}."),
    };
}
