using Harvis.Model.Versions;
using Octokit;

namespace Harvis.Deployment.GitHub.Workflows;

/// <summary>Reads workflow runs: https://docs.github.com/rest/actions/workflow-runs. The token needs <c>actions: read</c>.</summary>
public sealed class WorkflowRuns(GitHubApi api, GitHubRepository repository) : IWorkflowRuns
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Uri>> SuccessfulAsync(string workflow, CommitId commit, IReadOnlyList<string> events, CancellationToken cancellationToken)
    {
        var filter = new WorkflowRunsRequest { HeadSha = commit.ToString(), Status = CheckRunStatusFilter.Success };
        var page = new ApiOptions { PageSize = 100, PageCount = 1 };
        var found = await api.CallAsync(async client => (await client.Actions.Workflows.Runs.ListByWorkflow(repository.Owner, repository.Name, workflow, filter, page)).WorkflowRuns, cancellationToken);
        return
        [
            .. found
                .Where(run => IsSuccess(run) && run.HeadSha == commit.ToString() && events.Contains(run.Event, StringComparer.Ordinal) && IsOwn(run))
                .OrderByDescending(run => run.RunNumber)
                .Select(run => new Uri(run.HtmlUrl)),
        ];
    }

    // Asked for already; a server that ignores a filter mustn't open the gate.
    static bool IsSuccess(WorkflowRun run) => run.Conclusion is { } conclusion && conclusion.Value == WorkflowRunConclusion.Success;

    // A fork's run is of a workflow that somebody else could change.
    bool IsOwn(WorkflowRun run) => string.Equals(run.HeadRepository?.FullName, repository.ToString(), StringComparison.OrdinalIgnoreCase);
}
