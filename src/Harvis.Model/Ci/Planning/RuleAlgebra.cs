namespace Harvis.Model.Ci.Planning;

/// <summary>Rules joined, flat and without repetition, and in words that are equal for equal rules.</summary>
static class RuleAlgebra
{
    public static CiRule All(IEnumerable<CiRule> rules)
    {
        var flat = Flat(rules, rule => rule is CiRule.All all ? all.Rules : null);
        return flat.Count == 1 ? flat[0] : new CiRule.All(flat);
    }

    public static CiRule Any(IEnumerable<CiRule> rules)
    {
        var flat = Flat(rules, rule => rule is CiRule.Any any ? any.Rules : null);
        if (flat.Any(rule => rule is CiRule.All { Rules.Count: 0 })) return CiRule.Unconditional;
        return flat.Count == 1 ? flat[0] : new CiRule.Any(flat);
    }

    /// <summary>The same rule over other names.</summary>
    public static CiRule Rename(CiRule rule, Func<string, string> name) => rule switch
    {
        CiRule.Succeeded succeeded => new CiRule.Succeeded(name(succeeded.Job)),
        CiRule.Failed failed => new CiRule.Failed(name(failed.Job)),
        CiRule.All all => All(all.Rules.Select(inner => Rename(inner, name))),
        CiRule.Any any => Any(any.Rules.Select(inner => Rename(inner, name))),
        _ => rule,
    };

    /// <summary>The rule without what it says of this job: what holds inside the job, its engine sees to.</summary>
    public static CiRule Without(CiRule rule, string job) => rule switch
    {
        CiRule.All all => All(all.Rules.Where(inner => inner is not CiRule.Succeeded succeeded || succeeded.Job != job)),
        CiRule.Succeeded succeeded when succeeded.Job == job => CiRule.Unconditional,
        _ => rule,
    };

    public static string Text(CiRule rule) => rule switch
    {
        CiRule.Whatever => "always",
        CiRule.Succeeded succeeded => $"{succeeded.Job} succeeded",
        CiRule.Failed failed => $"{failed.Job} failed",
        CiRule.All all => $"({string.Join(" and ", all.Rules.Select(Text).Order(StringComparer.Ordinal))})",
        CiRule.Any any => $"({string.Join(" or ", any.Rules.Select(Text).Order(StringComparer.Ordinal))})",
        _ => throw new InvalidOperationException($"There are no words for a {rule.GetType().Name}."),
    };

    static List<CiRule> Flat(IEnumerable<CiRule> rules, Func<CiRule, IReadOnlyList<CiRule>?> inner) =>
        [.. rules.SelectMany(rule => inner(rule) ?? [rule]).DistinctBy(Text)];
}
