using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A pull request's job reads and judges. It publishes nothing, changes no environment and sees no secret.</summary>
static class PublishingRules
{
    static readonly string[] Publishing = ["contents", "packages", "deployments", "id-token", "attestations", "actions", "pages"];

    /// <summary>HRV2010.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
        view.Jobs.Where(job => EventReach.IsOpenToRequests(view, job)).SelectMany(job => Means(job).Select(means => Finding(job, means)));

    static IEnumerable<string> Means(JobView job) =>
    [
        .. YamlLookup.Entries(YamlLookup.Find(job.Node, "permissions")).Where(grant => Publishing.Contains(grant.Key) && grant.Value is YamlText { Value: "write" }).Select(grant => $"may write \"{grant.Key}\""),
        .. YamlLookup.Find(job.Node, "environment") is null ? Array.Empty<string>() : ["has an environment"],
        .. YamlLookup.Texts(job.Node).SelectMany(ExpressionText.In).SelectMany(ExpressionText.Secrets).Distinct().Select(secret => $"reads \"{secret}\""),
    ];

    static Diagnostic Finding(JobView job, string means) => new(
        GitHubCodes.PublishingFromPullRequest, $"{job.Where} {means} and runs for pull requests, whose code is anybody's.", "Start it by a push or a tag, or take that from its targets.");
}
