using Harvis.Engine.Http;

namespace Harvis.Deployment.GitHub.Deployments;

/// <summary>The deployments of one repository.</summary>
public interface IGitHubDeployments
{
    /// <summary>Opens a deployment, once.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="RemoteException">It wasn't opened, or nobody can say; the code tells which.</exception>
    Task<long> OpenAsync(DeploymentRequest request, CancellationToken cancellationToken);

    /// <summary>Says how far it is.</summary>
    /// <exception cref="RemoteException">GitHub refused, or can't be reached.</exception>
    Task UpdateAsync(long id, DeploymentUpdate update, CancellationToken cancellationToken);
}
