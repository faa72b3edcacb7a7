namespace Harvis.Conformance.Tests.Judges;

/// <summary>Asks what reads GitLab pipelines: GitLab's own schema, and gitlab-ci-local for what needs what.</summary>
static class PipelineJudge
{
    /// <summary>The verdicts, in the order of the files.</summary>
    /// <param name="files">The pipelines.</param>
    /// <param name="schema">The path of one more JSON schema that they must meet, or null.</param>
    /// <param name="isRead">Whether gitlab-ci-local reads them, too: a process a file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<JudgedFile> files, string? schema, bool isRead, CancellationToken cancellationToken) =>
        JudgeProgram.AskAsync<IReadOnlyList<Verdict>>("judge-gitlab.mjs", new { files, schema, read = isRead }, cancellationToken);
}
