namespace Harvis.Conformance.Tests.Judges;

/// <summary>Asks what reads GitHub workflows: GitHub's own parser, actionlint and action-validator, with the schema in them.</summary>
static class WorkflowJudge
{
    /// <summary>The verdicts, in the order of the files.</summary>
    /// <param name="files">The workflows.</param>
    /// <param name="schema">The path of one more JSON schema that they must meet, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<JudgedFile> files, string? schema, CancellationToken cancellationToken) =>
        JudgeProgram.AskAsync<IReadOnlyList<Verdict>>("judge-workflow.mjs", new { files, schema }, cancellationToken);
}
