using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi;

/// <summary>What selects a job's runner.</summary>
static class GitLabRunners
{
    /// <summary>The tags; empty for a job that any runner may take.</summary>
    public static IReadOnlyList<string> TagsOf(CiJob job, GitLabPipelineOptions options, ICollection<Diagnostic> diagnostics)
    {
        if (job.Runner is not { } runner) return options.DefaultTags;
        var tags = runner.IsHosted ? options.HostedRunnerTags.GetValueOrDefault(runner.Name, []) : runner.Tags;
        if (tags.Count == 0) diagnostics.Add(NoTags(job, runner.Name, runner.IsHosted));
        return tags;
    }

    static Diagnostic NoTags(CiJob job, string runner, bool isHosted) => new(
        GitLabCodes.RunnerWithoutTags,
        $"Job \"{job.Id}\" runs on \"{runner}\", which no tag selects: any runner could take it.",
        isHosted ? $"Add \"{runner}\" to the hosted runners' tags of the GitLab pipeline's options." : $"Give node \"{runner}\" the tags of its runner.");
}
