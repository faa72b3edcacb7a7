using Harvis.Engine.Http;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitHub.Releases;

/// <summary>The releases of the actions that workflows use.</summary>
public interface IActionReleases
{
    /// <summary>The tag of the newest release: the highest version, or where tags are no versions the latest; no drafts, no pre-releases.</summary>
    /// <exception cref="RemoteException">GitHub doesn't say.</exception>
    /// <exception cref="Model.Diagnostics.DiagnosticException">There is no release.</exception>
    Task<string> NewestTagAsync(GitHubRepository action, CancellationToken cancellationToken);

    /// <summary>The commit that a tag names; annotated tags are followed.</summary>
    /// <exception cref="RemoteException">There is no such tag, or GitHub doesn't say.</exception>
    Task<CommitId> CommitOfAsync(GitHubRepository action, string tag, CancellationToken cancellationToken);
}
