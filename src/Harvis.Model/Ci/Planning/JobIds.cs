using Harvis.Model.Diagnostics;

namespace Harvis.Model.Ci.Planning;

/// <summary>Gives each job an id: of its node, of its target for a matrix, of its stage where several targets share it.</summary>
static class JobIds
{
    public static IReadOnlyDictionary<JobDraft, string> Of(IReadOnlyList<JobDraft> jobs, ICollection<Diagnostic> diagnostics)
    {
        var ids = new Dictionary<JobDraft, string>();
        var taken = new Dictionary<string, JobDraft>(StringComparer.OrdinalIgnoreCase);
        foreach (var job in jobs.OrderBy(IsShared))
        {
            var id = IsShared(job) ? Free(CiName.Of(job.Nodes[0].Node.Stage!.Name), taken) : CiName.Of(job.IsMatrix ? job.Nodes[0].Node.Target : job.Nodes[0].Node.Name);
            if (!taken.TryAdd(id, job)) diagnostics.Add(Same(id, taken[id], job));
            ids[job] = id;
        }

        return ids;
    }

    static bool IsShared(JobDraft job) => !job.IsMatrix && job.Nodes.Count > 1;

    static string Free(string id, Dictionary<string, JobDraft> taken)
    {
        if (!taken.ContainsKey(id)) return id;
        var number = 2;
        while (taken.ContainsKey($"{id}-{number}")) number++;
        return $"{id}-{number}";
    }

    static Diagnostic Same(string id, JobDraft first, JobDraft second) => new(
        CiDiagnostics.SameId,
        $"The jobs of \"{first.Nodes[0].Node.Name}\" and \"{second.Nodes[0].Node.Name}\" would both have the id \"{id}\".",
        "Rename one of the targets or items: they differ only in characters that no CI system takes in an id.") { Location = second.Nodes[0].Node.Location };
}
