using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;
using Octokit;

namespace Harvis.Deployment.GitHub.Releases;

/// <summary>Reads releases and tags: https://docs.github.com/rest/releases/releases, https://docs.github.com/rest/git/tags.</summary>
public sealed class ActionReleases(GitHubApi api) : IActionReleases
{
    // A tag may name a tag; Git itself allows any depth.
    const int MaxTagsOfTags = 5;

    /// <inheritdoc/>
    public async Task<string> NewestTagAsync(GitHubRepository action, CancellationToken cancellationToken)
    {
        var page = new ApiOptions { PageSize = 100, PageCount = 1 };
        var releases = await api.CallAsync(client => client.Repository.Release.GetAll(action.Owner, action.Name, page), cancellationToken);
        var tags = releases.Where(release => release is { Draft: false, Prerelease: false }).Select(release => release.TagName).ToList();
        return tags.Where(tag => VersionOf(tag) is { IsRelease: true }).MaxBy(VersionOf) ?? tags.FirstOrDefault() ?? throw new DiagnosticException(new Diagnostic(
            GitHubCodes.NoRelease, $"{action} has no release.", "Pin it by hand to a tag that it has."));
    }

    /// <inheritdoc/>
    public async Task<CommitId> CommitOfAsync(GitHubRepository action, string tag, CancellationToken cancellationToken)
    {
        var reference = await api.CallAsync(client => client.Git.Reference.Get(action.Owner, action.Name, $"tags/{tag}"), cancellationToken);
        var named = reference.Object;
        for (var depth = 0; named.Type.Value == TaggedType.Tag && depth < MaxTagsOfTags; depth++)
        {
            var sha = named.Sha;
            named = (await api.CallAsync(client => client.Git.Tag.Get(action.Owner, action.Name, sha), cancellationToken)).Object;
        }

        return named.Type.Value == TaggedType.Commit && CommitId.TryParse(named.Sha, null, out var commit)
            ? commit
            : throw new DiagnosticException(new Diagnostic(GitHubCodes.NoRelease, $"Tag \"{tag}\" of {action} names no commit.", "Pin it by hand to a commit."));
    }

    static SemanticVersion? VersionOf(string tag) => SemanticVersion.TryParse(tag.TrimStart('v'), null, out var version) ? version : null;
}
