using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Images;

namespace Harvis.Generation.GitLabCi;

/// <summary>What a GitLab pipeline needs to know beyond the plan.</summary>
public sealed record GitLabPipelineOptions
{
    /// <summary>Where the file is written, relative to the repository's root. The default is <c>.gitlab-ci.yml</c>.</summary>
    public string Path { get; init; } = ".gitlab-ci.yml";

    /// <summary>
    /// Whether another system starts the pipelines, with a trigger token and the variables of <see cref="Conditions.GitLabVariables"/>. Then
    /// pushes, tags and requests are those of that system; what is pushed here starts nothing. The default is false.
    /// </summary>
    public bool StartedFromOutside { get; init; }

    /// <summary>The image of all jobs, by digest; null where the runner brings what is needed (shell executor, or its own default).</summary>
    public ImageReference? Image { get; init; }

    /// <summary>What selects the runner of jobs that name no node; empty for any that takes untagged jobs.</summary>
    public IReadOnlyList<string> DefaultTags { get; init; } = [];

    /// <summary>
    /// What selects GitLab's own machines, by the name of the node in <see cref="Model.Runners.HostedRunners"/>. The default is GitLab.com's
    /// smallest: https://docs.gitlab.com/ci/runners/hosted_runners/.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> HostedRunnerTags { get; init; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["linux"] = ["saas-linux-small-amd64"],
        ["linux-arm"] = ["saas-linux-small-arm64"],
        ["windows"] = ["saas-windows-medium-amd64"],
        ["macos"] = ["saas-macos-medium-m1"],
    };

    /// <summary>More about environments, by name.</summary>
    public IReadOnlyDictionary<string, GitLabEnvironmentOptions> Environments { get; init; } = new Dictionary<string, GitLabEnvironmentOptions>();

    /// <summary>Whom identity tokens are for: the service that is to take them. Needed where a job has the permission.</summary>
    public string? IdentityAudience { get; init; }

    /// <summary>How long artifacts are kept. The default is 7 days: a pipeline can be continued in that time.</summary>
    public TimeSpan ArtifactsExpireIn { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How many others a job can need, runs of a matrix counted one by one. The default is 50, as on GitLab.com; an administrator can raise
    /// it: https://docs.gitlab.com/administration/instance_limits/.
    /// </summary>
    public int NeedsLimit { get; init; } = 50;

    /// <summary>Further configuration.</summary>
    public IReadOnlyList<GitLabInclude> Includes { get; init; } = [];

    /// <summary>What the model has no word for.</summary>
    public IReadOnlyList<GitLabPipelinePart> Parts { get; init; } = [];
}
