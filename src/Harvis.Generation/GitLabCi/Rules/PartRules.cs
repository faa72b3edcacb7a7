using Harvis.Generation.GitLabCi.Parts;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>A raw part adds what the plan says nothing of: what runs, where, when and after what is the plan's, or it would differ from other systems.</summary>
static class PartRules
{
    static readonly HashSet<string> Decided = new(StringComparer.Ordinal)
    {
        "script", "before_script", "stage", "needs", "dependencies", "rules", "only", "except", "when", "parallel", "extends", "inherit", "trigger",
        "allow_failure", "resource_group", "environment", "tags",
    };

    static readonly HashSet<string> Global = new(StringComparer.Ordinal) { "stages", "workflow", "default", "before_script", "spec" };

    public static IEnumerable<Diagnostic> Check(CiPlan plan)
    {
        var jobs = plan.Jobs.Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var job in plan.Jobs)
        {
            foreach (var key in job.Extensions.OfType<GitLabJobPart>().SelectMany(part => part.Keywords.Entries).Where(entry => Decided.Contains(entry.Key)))
                yield return Of($"job \"{job.Id}\"", key.Key);
            foreach (var key in job.Extensions.OfType<GitLabPipelinePart>().SelectMany(part => part.Keywords.Entries).Where(entry => Global.Contains(entry.Key) || jobs.Contains(entry.Key)))
                yield return Of("the pipeline", key.Key);
        }
    }

    static Diagnostic Of(string section, string key) => new(
        GitLabCodes.PartDecides,
        $"A raw part of {section} says \"{key}\", which the plan decides.",
        "Say it with the target's own members, so that it holds on every system; a raw part is for what the model has no word for.");
}
