using Harvis.Engine.Http;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitHub.Workflows;

/// <summary>What became of a repository's workflows.</summary>
public interface IWorkflowRuns
{
    /// <summary>The addresses of the successful runs of a workflow for a commit of this repository, newest first.</summary>
    /// <param name="workflow">The workflow's file name: <c>scan.yml</c>.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="events">The events whose runs count: push, pull_request, ….</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="RemoteException">GitHub doesn't say; no such workflow, for one.</exception>
    Task<IReadOnlyList<Uri>> SuccessfulAsync(string workflow, CommitId commit, IReadOnlyList<string> events, CancellationToken cancellationToken);
}
