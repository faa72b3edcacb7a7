using System.Globalization;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitLabCi;

/// <summary>The names of jobs: their ids, except where GitLab gives the word another meaning. More legs than GitLab takes become several jobs.</summary>
/// <param name="plan">The plan.</param>
sealed class GitLabNames(CiPlan plan)
{
    // https://docs.gitlab.com/ci/jobs/#job-names
    static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "image", "services", "stages", "types", "before_script", "after_script", "variables", "cache", "include", "default", "workflow", "spec",
        "true", "false", "nil", "pages",
    };

    readonly HashSet<string> _taken = plan.Jobs.Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<string>> _names = new(StringComparer.Ordinal);

    /// <summary>The jobs that a job of the plan becomes: one for each <see cref="GitLabMatrix.MostLegs"/> legs.</summary>
    public IReadOnlyList<string> Of(CiJob job)
    {
        if (_names.TryGetValue(job.Id, out var known)) return known;
        var first = Reserved.Contains(job.Id) ? Free($"{job.Id}-job") : job.Id;
        var count = Math.Max(1, (job.Legs.Count + GitLabMatrix.MostLegs - 1) / GitLabMatrix.MostLegs);
        return _names[job.Id] = [first, .. Enumerable.Range(2, count - 1).Select(part => Free(string.Create(CultureInfo.InvariantCulture, $"{first}-{part}")))];
    }

    string Free(string name)
    {
        while (!_taken.Add(name)) name += "_";
        return name;
    }
}
