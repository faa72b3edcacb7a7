using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>For some events: what must have become of the jobs before this one for it to run.</summary>
/// <param name="Triggers">The events.</param>
/// <param name="Rule">What must hold when all it needs has ended.</param>
public sealed record CiActivation(IReadOnlyList<Trigger> Triggers, CiRule Rule)
{
    /// <summary>Whether nothing but what triggers it brought the job in: then the engine, too, runs it only after one that fired.</summary>
    public bool IsTriggered { get; init; }

    /// <summary>Whether it asks no more than that every one of these jobs succeeded: what every CI system does by itself.</summary>
    public bool IsPlain(IReadOnlyList<string> needs) => Rule switch
    {
        CiRule.Succeeded one => needs.Count == 1 && needs[0] == one.Job,
        CiRule.All all => all.Rules.Count == needs.Count && all.Rules.All(rule => rule is CiRule.Succeeded succeeded && needs.Contains(succeeded.Job)),
        _ => false,
    };
}
