namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>Whether a job starts after what it waits for has ended so.</summary>
/// <remarks>
/// A job with <c>needs</c> is skipped when one of them didn't run at all, unless it runs always:
/// https://docs.gitlab.com/ci/yaml/#needs, https://docs.gitlab.com/ci/yaml/#when.
/// </remarks>
static class JobStart
{
    /// <param name="when">The job's <c>when</c>.</param>
    /// <param name="before">How those it waits for stand.</param>
    /// <param name="byNeeds">Whether it says itself what it needs; otherwise it waits for the stages before.</param>
    public static bool Starts(string when, IReadOnlyCollection<JobStatus> before, bool byNeeds)
    {
        var together = Together(before, byNeeds);
        return when switch
        {
            "on_success" or "manual" or "delayed" => together == JobStatus.Success || (!byNeeds && together == JobStatus.Skipped),
            "on_failure" => together == JobStatus.Failed,
            "always" => together is JobStatus.Success or JobStatus.Failed or JobStatus.Skipped,
            "never" => false,
            _ => throw new FormatException($"\"{when}\" isn't a time to run."),
        };
    }

    static JobStatus Together(IReadOnlyCollection<JobStatus> before, bool byNeeds)
    {
        if (before.Count == 0) return JobStatus.Success;
        if (before.Contains(JobStatus.Manual)) return JobStatus.Manual;
        if (byNeeds && before.Any(status => status is JobStatus.Skipped or JobStatus.Ignored)) return JobStatus.Skipped;
        if (before.All(status => status is JobStatus.Skipped or JobStatus.Ignored)) return JobStatus.Skipped;
        return before.Contains(JobStatus.Failed) ? JobStatus.Failed : JobStatus.Success;
    }
}
