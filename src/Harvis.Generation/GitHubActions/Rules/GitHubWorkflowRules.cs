using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>
/// What workflow linters (zizmor, poutine, OpenSSF Scorecard) would say of a workflow, said before its file exists. Generated workflows
/// pass by how they are made; what users add has to pass too. Each message names the linters' rule in parentheses.
/// </summary>
public static class GitHubWorkflowRules
{
    static readonly IReadOnlyList<Func<DocumentView, IEnumerable<Diagnostic>>> Rules =
    [
        ScriptRules.Check, PinRules.Check, PermissionRules.Check, SecretRules.Check, PublishingRules.Check, UntrustedCodeRules.Check,
        ConditionRules.Check, StateRules.Check, ConcurrencyRules.Check, PracticeRules.Check, FailureRules.Check,
    ];

    /// <summary>What is wrong with a workflow, raw parts and all.</summary>
    public static IReadOnlyList<Diagnostic> Check(Workflow workflow)
    {
        var view = new DocumentView(workflow);
        return [.. Rules.SelectMany(rule => rule(view))];
    }
}
