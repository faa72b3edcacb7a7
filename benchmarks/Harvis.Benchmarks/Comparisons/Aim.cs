namespace Harvis.Benchmarks.Comparisons;

/// <summary>What a contender is to reach.</summary>
/// <param name="Contender">Its name.</param>
/// <param name="Text">The aim, in words.</param>
abstract record Aim(string Contender, string Text)
{
    /// <summary>A median wall time of at most so many times another contender's in the same comparison; the ratio is taken pair by pair.</summary>
    public sealed record Ratio(string Contender, string Other, double Most)
        : Aim(Contender, FormattableString.Invariant($"at most {Most:0.##} times \"{Other}\""));

    /// <summary>A median wall time.</summary>
    public sealed record Seconds(string Contender, double Most) : Aim(Contender, FormattableString.Invariant($"at most {Most:0.###} s"));

    /// <summary>A median peak memory.</summary>
    public sealed record Mebibytes(string Contender, double Most) : Aim(Contender, FormattableString.Invariant($"at most {Most:0} MiB"));
}
