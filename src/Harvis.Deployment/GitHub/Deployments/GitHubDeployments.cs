using System.Collections.ObjectModel;
using Harvis.Deployment.GitHub.Errors;
using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Octokit;

namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>The deployments of one repository: https://docs.github.com/rest/deployments/deployments. The token needs <c>deployments: write</c>.</summary>
public sealed class GitHubDeployments(GitHubApi api, GitHubRepository repository, IRunLog log) : IGitHubDeployments
{
    const string IdKey = "harvis";

    // Opening isn't repeatable; where nobody knows whether it was done, it is looked for, and tried anew where it surely wasn't.
    const int MaxOpenings = 3;

    /// <inheritdoc/>
    public async Task<long> OpenAsync(DeploymentRequest request, CancellationToken cancellationToken)
    {
        for (var opening = 1; ; opening++)
        {
            try
            {
                var made = await api.CallAsync(client => client.Repository.Deployment.Create(repository.Owner, repository.Name, New(request)), cancellationToken);
                return made.Id;
            }
            catch (GitHubException fault) when (MayHaveBeenMade(fault))
            {
                if (await FindAsync(request, fault, cancellationToken) is { } id) return id;
                if (opening == MaxOpenings) throw;
            }
        }
    }

    /// <inheritdoc/>
    public Task UpdateAsync(long id, DeploymentUpdate update, CancellationToken cancellationToken)
    {
        var status = new NewDeploymentStatus(StateOf(update.Step))
        {
            Description = Cut(update.Description),
            EnvironmentUrl = update.EnvironmentUrl?.ToString(),
            LogUrl = update.LogUrl?.ToString(),
            AutoInactive = update.Step == DeploymentStep.Success,
        };
        return api.CallAsync(client => client.Repository.Deployment.Status.Create(repository.Owner, repository.Name, id, status), cancellationToken);
    }

    // The commit was checked before: GitHub is neither to merge anything into it nor to judge its other checks.
    static NewDeployment New(DeploymentRequest request) => new(request.Commit.ToString())
    {
        Environment = request.Environment.Name,
        AutoMerge = false,
        RequiredContexts = new Collection<string>(),
        ProductionEnvironment = request.IsProduction,
        TransientEnvironment = false,
        Description = $"Delivery to {request.Environment.Name}",
        Payload = new Dictionary<string, string> { [IdKey] = request.Id },
    };

    async Task<long?> FindAsync(DeploymentRequest request, GitHubException fault, CancellationToken cancellationToken)
    {
        log.Warning($"GitHub gave no certain answer; looking whether the deployment was opened. {fault.Diagnostic.Message}");
        try
        {
            var address = new Uri($"repos/{repository.Owner}/{repository.Name}/deployments", UriKind.Relative);
            var filter = new Dictionary<string, string> { ["sha"] = request.Commit.ToString(), ["environment"] = request.Environment.Name, ["per_page"] = "100" };
            var all = await api.CallAsync(client => client.Connection.Get<List<Octokit.Deployment>>(address, filter), cancellationToken);
            return all.Body.FirstOrDefault(deployment => deployment.Payload is { } payload && payload.TryGetValue(IdKey, out var id) && id == request.Id)?.Id;
        }
        catch (GitHubException unreadable)
        {
            var call = new FailedCall(fault.Method, new Uri(fault.Address), fault.Attempts);
            throw GitHubFailure.Uncertain(call, $"no certain answer, and looking whether the deployment was opened failed too: {unreadable.Diagnostic.Message.TrimEnd('.')}", fault);
        }
    }

    static bool MayHaveBeenMade(GitHubException fault) =>
        fault.StatusCode is { } status
            ? (int)status >= 500 && !(status == System.Net.HttpStatusCode.ServiceUnavailable && fault.RetryAfter is not null)
            : fault.InnerException is { } cause && !ConnectionFault.IsBeforeSending(cause);

    static DeploymentState StateOf(DeploymentStep step) => step switch
    {
        DeploymentStep.InProgress => DeploymentState.InProgress,
        DeploymentStep.Success => DeploymentState.Success,
        DeploymentStep.Failure => DeploymentState.Failure,
        DeploymentStep.Error => DeploymentState.Error,
        DeploymentStep.Inactive => DeploymentState.Inactive,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };

    static string Cut(string text) => text.Length <= DeploymentUpdate.MaxDescriptionChars ? text : $"{text.AsSpan(0, DeploymentUpdate.MaxDescriptionChars - 1)}…";
}
