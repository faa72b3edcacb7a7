using System.Diagnostics.CodeAnalysis;
using Harvis.Engine.Dsl;
using Harvis.Engine.Environments;
using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>Shows a target's work as a GitHub deployment, which is closed whatever becomes of the work.</summary>
public static class DeploymentTracking
{
    /// <summary>Opens a deployment, does the work, and closes it as success, failure or, where the run is cancelled, error.</summary>
    /// <param name="deployments">The repository's deployments.</param>
    /// <param name="request">What is delivered where.</param>
    /// <param name="run">The run; its target must declare <see cref="Permission.WriteDeployments"/>.</param>
    /// <param name="work">The work. It isn't begun where the deployment can't be opened.</param>
    /// <param name="cancellationToken">Cancels the work; closing still has <see cref="Engine.Running.RunOptions.CleanupTime"/>.</param>
    /// <exception cref="DiagnosticException">The permission isn't declared; nothing was sent.</exception>
    /// <exception cref="RemoteException">The deployment can't be opened, or not be closed after the work succeeded.</exception>
    public static Task TrackAsync(this IGitHubDeployments deployments, DeploymentRequest request, TargetRun run, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        deployments.TrackAsync(request, run, async ct =>
        {
            await work(ct);
            return new DeploymentUpdate(DeploymentStep.Success, "Delivered");
        }, cancellationToken);

    /// <summary>The same for work that says itself how it ended: with nothing to deliver, for one (<see cref="DeploymentStep.Inactive"/>).</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown again after the deployment is closed.")]
    public static async Task TrackAsync(
        this IGitHubDeployments deployments, DeploymentRequest request, TargetRun run, Func<CancellationToken, Task<DeploymentUpdate>> work, CancellationToken cancellationToken)
    {
        Check(run);
        var closing = new Closing(deployments, request, run);
        var id = await deployments.OpenAsync(request, cancellationToken);
        run.Log.Info($"GitHub deployment {id} to {request.Environment.Name}.");
        DeploymentUpdate end;
        try
        {
            await deployments.UpdateAsync(id, closing.With(new DeploymentUpdate(DeploymentStep.InProgress)), cancellationToken);
            end = await work(cancellationToken);
        }
        catch (Exception failure)
        {
            await closing.TryCloseAsync(id, EndOf(failure, cancellationToken));
            throw;
        }

        await closing.CloseAsync(id, end);
    }

    // The exception's own text stays out: whoever sees the repository sees this.
    static DeploymentUpdate EndOf(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new DeploymentUpdate(DeploymentStep.Error, "The run was cancelled")
            : new DeploymentUpdate(DeploymentStep.Failure, failure is DiagnosticException known ? $"Failed: {known.Diagnostics[0].Code}" : "Failed");

    static void Check(TargetRun run)
    {
        if (run.Node.Permissions.Contains(Permission.WriteDeployments)) return;
        throw new DiagnosticException(new Diagnostic(
            GitHubCodes.PermissionMissing,
            $"Target \"{run.Node.Name}\" opens a GitHub deployment, and its job has no permission to.",
            "Add Permissions(Permission.WriteDeployments) to the target and generate the workflow again."));
    }

    sealed class Closing(IGitHubDeployments deployments, DeploymentRequest request, TargetRun run)
    {
        public DeploymentUpdate With(DeploymentUpdate update) => update with
        {
            EnvironmentUrl = update.EnvironmentUrl ?? request.EnvironmentUrl,
            LogUrl = update.LogUrl ?? request.LogUrl ?? RunUrl(run.Environment),
        };

        // The run's token may be cancelled, so this has a time of its own.
        public async Task CloseAsync(long id, DeploymentUpdate end)
        {
            using var limit = new CancellationTokenSource(run.Options.CleanupTime, run.Time);
            await deployments.UpdateAsync(id, With(end), limit.Token);
            run.Log.Info($"GitHub deployment {id} is closed: {end.Step}.");
        }

        // What the work threw matters more than what closing throws.
        public async Task TryCloseAsync(long id, DeploymentUpdate end)
        {
            try
            {
                await CloseAsync(id, end);
            }
            catch (RemoteException refused)
            {
                run.Log.Warning($"GitHub deployment {id} stays open: {refused.Diagnostic.Message}");
            }
            catch (OperationCanceledException)
            {
                run.Log.Warning($"GitHub deployment {id} may stay open: GitHub didn't answer in time.");
            }
        }

        static Uri? RunUrl(IEnvironment environment) =>
            environment.Variable("GITHUB_SERVER_URL") is { Length: > 0 } server
            && environment.Variable("GITHUB_REPOSITORY") is { Length: > 0 } repository
            && environment.Variable("GITHUB_RUN_ID") is { Length: > 0 } run
            && Uri.TryCreate($"{server.TrimEnd('/')}/{repository}/actions/runs/{run}", UriKind.Absolute, out var url)
                ? url
                : null;
    }
}
