namespace Harvis.Testing.Apis.GitHub;

/// <summary>What was said about a deployment.</summary>
/// <param name="State"><c>in_progress</c>, <c>success</c>, ….</param>
/// <param name="Description">A few words.</param>
/// <param name="EnvironmentUrl">Where the environment answers; null where that wasn't said.</param>
/// <param name="LogUrl">Where the log is; null where that wasn't said.</param>
public sealed record FakeDeploymentStatus(string State, string Description, string? EnvironmentUrl, string? LogUrl);
