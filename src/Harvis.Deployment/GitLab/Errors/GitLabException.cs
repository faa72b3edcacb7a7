using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitLab.Errors;

/// <summary>GitLab refused, couldn't be reached, or answered what it shouldn't; its code is one of <see cref="GitLabCodes"/>.</summary>
public sealed class GitLabException : RemoteException
{
    internal GitLabException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic, innerException)
    {
    }
}
