namespace Harvis.Testing.Apis.GitHub;

/// <summary>A workflow run of a <see cref="FakeGitHub"/>.</summary>
/// <param name="Workflow">The workflow's file name.</param>
/// <param name="Commit">The commit it ran for.</param>
/// <param name="Event">What started it.</param>
/// <param name="Conclusion">How it ended: <c>success</c>, <c>failure</c>, ….</param>
public sealed record FakeWorkflowRun(string Workflow, string Commit, string Event = "push", string Conclusion = "success")
{
    /// <summary>The repository that the commit came from. The default is the one itself, not a fork.</summary>
    public string HeadRepository { get; init; } = FakeGitHub.Repository;
}
