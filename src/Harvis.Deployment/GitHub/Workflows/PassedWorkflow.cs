using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitHub.Workflows;

/// <summary>A gate for what is started by hand: it opens only for a commit for which a workflow, the scans for one, has succeeded.</summary>
/// <param name="runs">The repository's workflow runs.</param>
/// <param name="log">Is told which run opened it.</param>
public sealed class PassedWorkflow(IWorkflowRuns runs, IRunLog log)
{
    /// <summary>Checks that it has passed.</summary>
    /// <param name="workflow">The workflow's file name.</param>
    /// <param name="commit">The commit that is to be delivered.</param>
    /// <param name="events">The events whose runs count; none for push only.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="DiagnosticException">There is no successful run.</exception>
    /// <exception cref="RemoteException">GitHub doesn't say.</exception>
    public async Task RequireAsync(string workflow, CommitId commit, IReadOnlyList<string> events, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> counted = events.Count > 0 ? events : ["push"];
        var found = await runs.SuccessfulAsync(workflow, commit, counted, cancellationToken);
        if (found.Count == 0)
        {
            throw new DiagnosticException(new Diagnostic(
                GitHubCodes.NoSuccessfulRun,
                $"Workflow \"{workflow}\" has no successful run for commit {commit} (on {string.Join(", ", counted)}).",
                "Wait for it, or correct what it found; then start this again."));
        }

        log.Info($"{workflow} has passed for {commit.Short}: {found[0]}");
    }
}
