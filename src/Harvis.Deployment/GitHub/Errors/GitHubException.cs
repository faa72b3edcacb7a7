using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitHub.Errors;

/// <summary>GitHub refused, couldn't be reached, or answered what it shouldn't; its code is one of <see cref="GitHubCodes"/>.</summary>
public sealed class GitHubException : RemoteException
{
    internal GitHubException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic, innerException)
    {
    }
}
