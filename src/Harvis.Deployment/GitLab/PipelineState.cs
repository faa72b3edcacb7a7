namespace Harvis.Deployment.GitLab;

/// <summary>A pipeline as GitLab shows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Address">Where people look at it.</param>
/// <param name="Commit">The commit whose pipeline file it runs: the ref's newest when it was made.</param>
/// <param name="Status">How far it is.</param>
public sealed record PipelineState(long Id, Uri Address, string Commit, PipelineStatus Status)
{
    /// <summary>The names of the jobs that failed, where it has failed; those that may fail aren't among them.</summary>
    public IReadOnlyList<string> FailedJobs { get; init; } = [];
}
