using Harvis.Model.Secrets;

namespace Harvis.Deployment.GitLab;

/// <summary>What lets a build read a project's commits and pipelines, and cancel pipelines if it may. Closed: the records in this type.</summary>
/// <remarks>See https://docs.gitlab.com/api/rest/authentication/.</remarks>
public abstract record GitLabReadToken
{
    private GitLabReadToken(string header, Secret value) => (Header, Value) = (header, value);

    /// <summary>The token itself.</summary>
    public Secret Value { get; }

    internal string Header { get; }

    /// <summary>A personal, group or project access token: scope <c>read_api</c>, or <c>api</c> to cancel as well.</summary>
    public sealed record Access(Secret Token) : GitLabReadToken("PRIVATE-TOKEN", Token);

    /// <summary>The token of the CI job that runs the build, which GitLab limits to what the job's user may do.</summary>
    public sealed record Job(Secret Token) : GitLabReadToken("JOB-TOKEN", Token);
}
