namespace Harvis.Testing.Apis.GitHub;

/// <summary>A release of a <see cref="FakeGitHub"/>'s repository.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Commit">The commit that the tag names in the end.</param>
/// <param name="IsAnnotated">Whether the tag is an object of its own.</param>
/// <param name="IsPrerelease">Whether it is a pre-release.</param>
/// <param name="IsDraft">Whether it is a draft.</param>
public sealed record FakeRelease(string Tag, string Commit, bool IsAnnotated = false, bool IsPrerelease = false, bool IsDraft = false);
