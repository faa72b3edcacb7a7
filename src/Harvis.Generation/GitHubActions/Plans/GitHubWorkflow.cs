using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Rules;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>A plan in GitHub's words. Decides nothing that the plan decides.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">What only GitHub has.</param>
public sealed class GitHubWorkflow(CiPlan plan, GitHubWorkflowOptions options)
{
    /// <summary>The workflow, held to all rules.</summary>
    public GitHubGeneration Generate()
    {
        var findings = new Findings();
        var workflow = Workflow(findings);
        findings.Add(PlanChecks.Of(plan, workflow));
        findings.Add(GitHubWorkflowRules.Check(workflow));
        var refused = findings.All.Any(finding => finding.Severity == DiagnosticSeverity.Error);
        return new GitHubGeneration(workflow, refused ? null : new GeneratedFile(options.Path, workflow.ToText()), findings.All);
    }

    Workflow Workflow(Findings findings) => new()
    {
        Name = options.DisplayName ?? plan.Name,
        Triggers = new WorkflowTriggers(plan, options, findings).All(),
        Permissions = WorkflowPermissions.None,
        Concurrency = Concurrency(),
        Jobs = new PlanJobs(plan, options, findings).All(),
        Parts = [.. options.Parts.Concat(plan.Jobs.SelectMany(job => job.Extensions.OfType<GitHubWorkflowPart>())).Select(part => part.Part)],
        Header = ["Written by ./build.sh Generate from the targets in build/; changes here are lost."],
    };

    // A new state of a pull request replaces the old one's run. Every other run is a group of its own: nothing that was pushed goes unbuilt.
    // The group starts with the file, as a called workflow has its caller's name and ref.
    WorkflowConcurrency Concurrency()
    {
        var isRequest = Expression.Of("github.event_name").Is("pull_request");
        var subject = new Expression.Or([new Expression.And([isRequest, Expression.Of("github.ref")]), Expression.Of("github.run_id")]);
        return new WorkflowConcurrency(Template.Of($"{FileName()}-", subject), isRequest);
    }

    string FileName()
    {
        var name = options.Path[(options.Path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }
}
