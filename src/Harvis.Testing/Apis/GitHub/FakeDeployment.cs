namespace Harvis.Testing.Apis.GitHub;

/// <summary>A deployment of a <see cref="FakeGitHub"/>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Commit">What is delivered.</param>
/// <param name="Environment">Where to.</param>
/// <param name="Payload">The payload as sent, as JSON.</param>
public sealed record FakeDeployment(long Id, string Commit, string Environment, string Payload)
{
    readonly List<FakeDeploymentStatus> _statuses = [];

    /// <summary>What was said about it, oldest first.</summary>
    public IReadOnlyList<FakeDeploymentStatus> Statuses => _statuses;

    internal void Add(FakeDeploymentStatus status) => _statuses.Add(status);
}
