using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi;

/// <summary>What a job waits for, and what it takes.</summary>
sealed class GitLabNeeds(CiPlan plan, GitLabStarts starts, GitLabNames names, GitLabPipelineOptions options)
{
    readonly Dictionary<string, CiJob> _jobs = plan.Jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
    readonly HashSet<string> _recorded = plan.Jobs.Where(starts.TakesRecords).SelectMany(starts.Needs).ToHashSet(StringComparer.Ordinal);

    /// <summary>The needs, in the plan's order.</summary>
    public IReadOnlyList<GitLabNeed> Of(CiJob job, ICollection<Diagnostic> diagnostics)
    {
        var needs = starts.Needs(job).Select(id => _jobs[id]).ToList();
        var count = needs.Sum(need => Math.Max(1, need.Legs.Count));
        if (count > options.NeedsLimit) diagnostics.Add(TooMany(job, count));
        return [.. needs.SelectMany(need => names.Of(need).Select(name => new GitLabNeed.Of(name) { TakesArtifacts = Takes(job, need), IsOptional = !starts.IsCertain(need.Id, job) }))];
    }

    /// <summary>The nodes whose records a job leaves: those that the plan hands over, and all where another job decides by them.</summary>
    public IReadOnlyList<string> Recorded(CiJob job) => _recorded.Contains(job.Id) ? job.Nodes : job.HandsOver;

    bool Takes(CiJob job, CiJob need) =>
        starts.TakesRecords(job) || job.Downloads.Any(download => download.Job == need.Id) || need.Nodes.Any(job.TakesOver.Contains);

    Diagnostic TooMany(CiJob job, int count) => new(
        GitLabCodes.TooManyNeeds,
        $"Job \"{job.Id}\" needs {count} jobs; GitLab takes {options.NeedsLimit}.",
        "Let targets of one stage share a job (IsOneJob), or raise the instance's limit ci_needs_size_limit and NeedsLimit.");
}
