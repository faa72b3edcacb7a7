using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Code of others runs without rights, and not on the team's machines.</summary>
static class UntrustedCodeRules
{
    static readonly string[] Dangerous = ["pull_request_target", "workflow_run"];
    static readonly string[] Privileged = [.. Dangerous, "issue_comment", "issues"];

    /// <summary>HRV2106.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. view.Events.Intersect(Dangerous).Select(name => Finding($"\"{name}\" starts the workflow with the rights of the default branch for what others wrote (dangerous-triggers, Dangerous-Workflow).", "Use pull_request, or let the workflow be called by the one before it.")),
        .. view.Events.Intersect(Privileged).Any() ? view.Jobs.SelectMany(Checkouts) : [],
        .. view.Jobs.Where(job => IsOwnMachine(job) && EventReach.IsOpenToRequests(view, job)).Select(job => Finding($"{job.Where} runs on a machine of the team's and runs for pull requests, whose code is anybody's (self-hosted-runner, pr_runs_on_self_hosted).", "Give it a hosted runner, or start it by a push.")),
    ];

    static IEnumerable<Diagnostic> Checkouts(JobView job) => job.Steps
        .Where(step => step.Action == "actions/checkout" && ExpressionText.In(step.Input("ref") ?? "").Any(ExpressionText.IsUntrusted))
        .Where(step => job.Steps.Any(later => later.Index > step.Index && (later.Run is not null || later.Action.StartsWith("./", StringComparison.Ordinal))))
        .Select(step => Finding($"{step.Where}: code that others wrote is checked out and run with the rights of the default branch (untrusted_checkout_exec, Dangerous-Workflow).", "Run it in a workflow that pull_request starts."));

    static bool IsOwnMachine(JobView job) =>
        job.RunsOn.Any(label => label.Equals("self-hosted", StringComparison.OrdinalIgnoreCase) || ExpressionText.In(label).Any(ExpressionText.IsUntrusted));

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.UntrustedCode, message, remedy);
}
