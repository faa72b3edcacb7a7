using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What a plan can hold and a workflow can't.</summary>
static class PlanChecks
{
    /// <summary>What is wrong with the workflow of a plan, besides what <see cref="Rules.GitHubWorkflowRules"/> finds.</summary>
    public static IEnumerable<Diagnostic> Of(CiPlan plan, Workflow workflow) =>
    [
        .. Twice(workflow.Jobs.Select(job => job.Id), "Jobs"),
        .. plan.Jobs.SelectMany(job => Twice(job.HandsOver.Select(CiName.Of), $"Outputs of job \"{job.Id}\"")),
        .. Twice(Inputs(workflow).Select(input => input.Name), "Inputs"),
        .. Texts(workflow).Where(text => text.Contains("${{", StringComparison.Ordinal)).Select(Expression),
        .. Conflicts(workflow),
    ];

    // GitHub compares names without case.
    static IEnumerable<Diagnostic> Twice(IEnumerable<string> names, string what) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new Diagnostic(GitHubCodes.NameTaken, $"{what} need names that differ by more than case; {string.Join(" and ", group.Select(name => $"\"{name}\""))} don't.", "Rename the targets or parameters that they come from."));

    static IEnumerable<DispatchInput> Inputs(Workflow workflow) => workflow.Triggers.OfType<WorkflowTrigger.WorkflowDispatch>().SelectMany(dispatch => dispatch.Inputs);

    // Places that GitHub reads before there is anything that an expression could mean.
    static IEnumerable<string> Texts(Workflow workflow) =>
        Inputs(workflow).SelectMany(input => input.Options.Append(input.Description ?? "").Append(input.Default ?? "")).Prepend(workflow.Name);

    static Diagnostic Expression(string text) => new(
        GitHubCodes.ExpressionInText, $"\"{text}\" holds \"${{{{\", which GitHub takes for an expression, in a place where none is allowed and nothing escapes it.", "Write the text without it.");

    static IEnumerable<Diagnostic> Conflicts(Workflow workflow) =>
    [
        .. workflow.Jobs.SelectMany(job => job.Parts.SelectMany(part => RawParts.Conflicts(job.OwnYaml(), part)).Select(key => Conflict($"jobs.{job.Id}.{key}"))),
        .. workflow.Parts.SelectMany(part => RawParts.Conflicts((workflow with { Parts = [] }).ToYaml(), part)).Select(Conflict),
    ];

    static Diagnostic Conflict(string key) => new(
        GitHubCodes.ConflictingPart, $"A raw part sets \"{key}\", which the model sets already.", "Leave it out of the part and say it with the model's own words.");
}
