namespace Harvis.Testing.Apis.GitLab;

/// <summary>A pipeline of a <see cref="FakeGitLab"/>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Ref">The branch or tag.</param>
/// <param name="Commit">The commit whose file it runs.</param>
/// <param name="Variables">Its variables.</param>
public sealed record FakePipeline(long Id, string Ref, string Commit, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The status it had when it was last asked for.</summary>
    public string Status { get; internal set; } = "created";

    internal Queue<string> Course { get; init; } = new();
}
