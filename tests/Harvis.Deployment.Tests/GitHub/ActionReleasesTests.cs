using Harvis.Deployment.GitHub.Errors;
using Harvis.Deployment.GitHub.Releases;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;
using Harvis.Testing.Apis.GitHub;
using Shouldly;

namespace Harvis.Deployment.Tests.GitHub;

public sealed class ActionReleasesTests : IAsyncDisposable
{
    static readonly string One = string.Concat(Enumerable.Repeat("01", 20));

    readonly GitHubFixture _github = new();

    [Fact]
    public async Task NewestTag_BackportReleasedLast_IsTheHighestVersion()
    {
        Releases(new("v3.9.9", One), new("v5.0.0-rc.1", One, IsPrerelease: true), new("v4.10.0", One), new("v4.9.0", One), new("v9.0.0", One, IsDraft: true));

        (await AskAsync(releases => releases.NewestTagAsync(_github.Repository, TestContext.Current.CancellationToken))).ShouldBe("v4.10.0");
    }

    [Fact]
    public async Task NewestTag_TagsAreNoVersions_IsTheLatest()
    {
        Releases(new("codeql-bundle-3", One), new("codeql-bundle-2", One));

        (await AskAsync(releases => releases.NewestTagAsync(_github.Repository, TestContext.Current.CancellationToken))).ShouldBe("codeql-bundle-3");
    }

    [Fact]
    public async Task NewestTag_NoRelease_SaysSo() =>
        Golden.Match("HRV6261", (await Should.ThrowAsync<DiagnosticException>(() => AskAsync(releases => releases.NewestTagAsync(_github.Repository, TestContext.Current.CancellationToken)))).Message);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CommitOf_Tag_IsTheCommitAndNotTheTagsOwnName(bool annotated)
    {
        Releases(new FakeRelease("v1.0.0", One, IsAnnotated: annotated));

        (await AskAsync(releases => releases.CommitOfAsync(_github.Repository, "v1.0.0", TestContext.Current.CancellationToken))).ShouldBe(CommitId.Parse(One));
    }

    [Fact]
    public async Task CommitOf_NoSuchTag_Is404() =>
        (await Should.ThrowAsync<GitHubException>(() => AskAsync(releases => releases.CommitOfAsync(_github.Repository, "v1.0.0", TestContext.Current.CancellationToken)))).Code.Number.ShouldBe(6253);

    void Releases(params FakeRelease[] releases)
    {
        foreach (var release in releases) _github.Server.Releases.Add(release);
    }

    async Task<T> AskAsync<T>(Func<IActionReleases, Task<T>> ask)
    {
        using var api = _github.Api();
        return await ask(new ActionReleases(api));
    }

    public ValueTask DisposeAsync() => _github.DisposeAsync();
}
