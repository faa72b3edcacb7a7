using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Model.Diagnostics;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>
/// Tells branches or tags of a job from the others that start its workflow. GitHub's expressions know no patterns, and no case; both matter
/// only where the workflow starts for a name that the expression takes and the job's pattern doesn't.
/// </summary>
/// <param name="job">The job, for diagnostics.</param>
/// <param name="name">The context that holds the name.</param>
/// <param name="findings">Takes what can't be told apart.</param>
sealed class NameConditions(string job, string name, Findings findings)
{
    /// <summary>The condition; lists without a pattern mean every name.</summary>
    public Expression Of(IReadOnlyList<IReadOnlyList<NamePattern>> mine, IReadOnlyList<IReadOnlyList<NamePattern>> others)
    {
        if (mine.Any(patterns => patterns.Count == 0)) return new Expression.Truth(true);
        var own = mine.SelectMany(patterns => patterns).DistinctBy(pattern => pattern.Text).ToList();
        var rest = others.SelectMany(patterns => patterns.Count == 0 ? [NamePattern.Parse("**")] : patterns).Where(other => own.TrueForAll(pattern => pattern.Text != other.Text)).ToList();
        if (rest.Count == 0 || own.Exists(pattern => pattern.Text == "**")) return new Expression.Truth(true);
        return Expression.Any(own.Select(pattern => Told(pattern, own, rest)));
    }

    Expression Told(NamePattern pattern, List<NamePattern> own, List<NamePattern> rest)
    {
        var expression = PatternExpression.Of(pattern, Expression.Of(name));
        foreach (var other in rest)
        {
            if (other.IsExact && own.Exists(mine => mine.Matches(other.Text))) continue;
            if (other.IsExact ? !Takes(expression.Condition, other.Text) : expression.IsApart(other)) continue;
            findings.Add(!expression.IsExact || other.IsExact ? NotTold(pattern, other) : CaseIgnored(pattern, other));
        }

        return expression.Condition;
    }

    bool Takes(Expression condition, string text) =>
        new ExpressionEvaluator(path => string.Join('.', path) == name ? text : null, _ => true).Holds(condition);

    Diagnostic NotTold(NamePattern pattern, NamePattern other) => new(
        GitHubCodes.NamesDiffer,
        $"Job \"{job}\" runs for \"{pattern}\" and its workflow also starts for \"{other}\"; GitHub's expressions can't tell one from the other.",
        "Write \"**\" for \"*\" where no further '/' occurs, give both jobs the same names, or put them in workflows of their own.");

    Diagnostic CaseIgnored(NamePattern pattern, NamePattern other) => new(
        GitHubCodes.CaseIgnored,
        $"Job \"{job}\" runs for \"{pattern}\" and its workflow also starts for \"{other}\"; a name that differs from \"{pattern}\" only in case runs the job too, because GitHub's expressions ignore case.",
        "Forbid such names with a ruleset, or put the job in a workflow of its own.") { Severity = DiagnosticSeverity.Warning };
}
