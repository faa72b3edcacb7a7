using System.Text.RegularExpressions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Conditions mean what they say.</summary>
static partial class ConditionRules
{
    /// <summary>HRV2107.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. view.Jobs.SelectMany(job => Condition(job.Where, YamlLookup.Text(job.Node, "if"))),
        .. view.Steps.SelectMany(step => Condition(step.Where, YamlLookup.Text(step.Node, "if"))),
    ];

    static IEnumerable<Diagnostic> Condition(string where, string? condition)
    {
        if (condition is null) yield break;
        if (condition.Contains("${{", StringComparison.Ordinal) && !ExpressionText.IsWhole(condition))
            yield return Finding($"{where}: the condition is an expression with text around it, and any text is true (unsound-condition, if_always_true).", "Put all of it between ${{ and }}, without a line end.");
        if (TextContains().IsMatch(condition))
            yield return Finding($"{where}: contains() of a text also finds parts of its words (unsound-contains).", "Compare with each word, or look in a list.");
    }

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.UnsoundCondition, message, remedy);

    [GeneratedRegex(@"\bcontains\s*\(\s*'[^']*'\s*,", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TextContains();
}
