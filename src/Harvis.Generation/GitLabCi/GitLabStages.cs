using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi;

/// <summary>
/// The stages of the jobs, each after those of what its jobs need: GitLab refuses a need in a later stage. Which job starts when is the
/// affair of the needs alone.
/// </summary>
static class GitLabStages
{
    /// <summary>The stages in order; where they wait for each other, those that do come last, in the order met.</summary>
    public static IReadOnlyList<string> Of(CiPlan plan, GitLabStarts starts, ICollection<Diagnostic> diagnostics)
    {
        var names = plan.Jobs.Select(job => job.Stage.Name).Distinct(StringComparer.Ordinal).ToList();
        var before = Before(plan, starts);
        var ordered = new List<string>(names.Count);
        while (names.FirstOrDefault(name => before[name].IsSubsetOf(ordered)) is { } next)
        {
            ordered.Add(next);
            names.Remove(next);
        }

        if (names.Count > 0) diagnostics.Add(Cycle(names));
        return [.. ordered, .. names];
    }

    static Dictionary<string, HashSet<string>> Before(CiPlan plan, GitLabStarts starts)
    {
        var stageOf = plan.Jobs.ToDictionary(job => job.Id, job => job.Stage.Name, StringComparer.Ordinal);
        return plan.Jobs.GroupBy(job => job.Stage.Name, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.SelectMany(starts.Needs).Select(need => stageOf[need]).Where(stage => stage != group.Key).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    static Diagnostic Cycle(IReadOnlyList<string> stages) => new(
        GitLabCodes.StageCycle,
        $"The stages {string.Join(", ", stages.Select(stage => $"\"{stage}\""))} wait for each other: each has a job that needs one of another.",
        "Move targets to other stages, so that stages follow one another.");
}
