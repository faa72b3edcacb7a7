namespace Harvis.Generation.GitLabCi;

/// <summary>Who decides whether a job's targets run when all it needs has ended.</summary>
enum GitLabStart
{
    /// <summary>GitLab: all of it succeeded.</summary>
    AfterSuccess,

    /// <summary>Nobody: they run whatever became of it.</summary>
    Whatever,

    /// <summary>The build, in the job, by the records of what it needs.</summary>
    Decided,
}
