namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>How a job stands, as those that need it see it.</summary>
enum JobStatus
{
    Success,
    Failed,

    /// <summary>It failed and may.</summary>
    SuccessWithWarnings,

    Skipped,

    /// <summary>It waits for a person, and the pipeline doesn't wait for it.</summary>
    Ignored,

    /// <summary>It waits for a person, and what comes after waits with it.</summary>
    Manual,
}
