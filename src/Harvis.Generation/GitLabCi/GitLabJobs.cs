using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi;

/// <summary>Turns jobs of a plan into GitLab's.</summary>
sealed class GitLabJobs(CiPlan plan, GitLabStarts starts, GitLabNames names, GitLabPipelineOptions options, ICollection<Diagnostic> diagnostics)
{
    const string RecordsFolder = ".nuke/temp/handover";

    readonly GitLabActivations _activations = new(plan, starts, options);
    readonly GitLabNeeds _needs = new(plan, starts, names, options);

    /// <summary>The jobs that a job of the plan becomes.</summary>
    public IEnumerable<GitLabJob> Of(CiJob job)
    {
        var made = Make(job);
        return job.Legs.Count == 0 ? [made] : names.Of(job).Zip(job.Legs.Chunk(GitLabMatrix.MostLegs)).Select(part => made with
        {
            Name = part.First,
            Parallel = GitLabMatrix.Of(GitLabVariables.Node.ToString(), [.. part.Second.Select(leg => leg.Node)]),
            Artifacts = Artifacts(job, [.. part.Second.Select(leg => leg.Node)]),
        });
    }

    GitLabJob Make(CiJob job) => new(names.Of(job)[0])
    {
        Title = job.Title,
        Stage = job.Stage.Name,
        Tags = GitLabRunners.TagsOf(job, options, diagnostics),
        Services = [.. job.Services.Select(Service)],
        Needs = _needs.Of(job, diagnostics),
        Rules = _activations.Of(job, diagnostics),
        Environment = GitLabEnvironments.Of(job, options, names, plan),
        ResourceGroup = job.ConcurrencyGroup is { } group ? CiName.Of(group) : null,
        IsInterruptible = job.Environment is null,
        Timeout = job.Timeout,
        Variables = Variables(job),
        IdTokens = IdTokens(job),
        Caches = Caches(job),
        BeforeScript = Checkout(job),
        Script = [GitLabScript.Of(job)],
        Artifacts = Artifacts(job, job.Nodes),
        Parts = [.. job.Extensions.OfType<GitLabJobPart>().Select(part => part.Keywords)],
    };

    IReadOnlyList<string> Checkout(CiJob job)
    {
        if (!options.StartedFromOutside) return [];
        var isAlways = job.Activations.SelectMany(activation => activation.Triggers).All(trigger => trigger is not (Trigger.Timer or Trigger.ByPipeline));
        if (GitLabScript.IsWindows(job.Runner)) diagnostics.Add(OnWindows(job));
        return [GitLabCheckout.Script(job.NeedsHistory, isAlways)];
    }

    // A depth of 0 is everything: all branches and tags.
    IReadOnlyList<GitLabVariable> Variables(CiJob job) =>
    [
        .. options.StartedFromOutside ? [new GitLabVariable("GIT_STRATEGY", "fetch")] : Array.Empty<GitLabVariable>(),
        .. job.NeedsHistory ? [new GitLabVariable("GIT_DEPTH", "0")] : options.StartedFromOutside ? [new GitLabVariable("GIT_DEPTH", "1")] : Array.Empty<GitLabVariable>(),
    ];

    IReadOnlyList<(string, string)> IdTokens(CiJob job)
    {
        if (!job.Permissions.Contains(Permission.IdentityToken)) return [];
        if (options.IdentityAudience is { } audience) return [("HARVIS_ID_TOKEN", audience)];
        diagnostics.Add(NoAudience(job));
        return [];
    }

    IReadOnlyList<GitLabCache> Caches(CiJob job)
    {
        if (job.Cache is not { } cache) return [];
        if (cache.KeyFiles.Count > GitLabCache.MostKeyFiles) diagnostics.Add(KeyFiles(job, cache));
        return [new GitLabCache(cache.Key, cache.Paths) { KeyFiles = cache.KeyFiles }];
    }

    GitLabArtifacts? Artifacts(CiJob job, IReadOnlyList<string> nodes)
    {
        var recorded = _needs.Recorded(job).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> paths = [.. job.Uploads, .. nodes.Where(recorded.Contains).Select(node => $"{RecordsFolder}/{CiName.Of(node)}.json")];
        return paths.Count == 0 ? null : new GitLabArtifacts { Paths = paths, ExpireIn = options.ArtifactsExpireIn };
    }

    static GitLabService Service(CiService service) => new(service.Name, service.Image)
    {
        Variables = [.. service.Variables.Select(variable => (variable.Key, variable.Value))],
    };

    static Diagnostic NoAudience(CiJob job) => new(
        GitLabCodes.TokenWithoutAudience,
        $"Job \"{job.Id}\" gets an identity token, but nothing says whom it is for.",
        "Set IdentityAudience of the GitLab pipeline's options to the service that takes it, such as https://vault.example.com.");

    static Diagnostic KeyFiles(CiJob job, CiCache cache) => new(
        GitLabCodes.TooManyKeyFiles,
        $"The cache \"{cache.Key}\" of job \"{job.Id}\" follows from {cache.KeyFiles.Count} files; GitLab takes {GitLabCache.MostKeyFiles}.",
        "Name at most two files that change whenever the cache's content must, such as lock files.");

    static Diagnostic OnWindows(CiJob job) => new(
        GitLabCodes.OtherCommit,
        $"Job \"{job.Id}\" runs on Windows in a pipeline that another system starts: the approved commit is checked out by a POSIX shell only.",
        "Run it on Linux or macOS, or in the system that starts the pipeline.");
}
