using Harvis.Model.Images;
using Harvis.Model.Targets;

namespace Harvis.Model.Ci.ImageFlow;

/// <summary>Which jobs touch which images.</summary>
sealed class ImageUses
{
    readonly ILookup<string, CiJob> _byItem;
    readonly ILookup<string, CiJob> _byWorkload;
    readonly Dictionary<CiJob, int> _places;

    public ImageUses(CiPlan plan)
    {
        _byItem = plan.Jobs.SelectMany(job => job.Nodes.Select(node => (Item: ItemOf(node), job))).ToLookup(pair => pair.Item, pair => pair.job, StringComparer.Ordinal);
        _byWorkload = plan.Jobs.SelectMany(job => (job.Environment?.Workloads ?? []).Select(workload => (workload.Image.Name, job)))
            .ToLookup(pair => pair.Name, pair => pair.job, StringComparer.Ordinal);
        _places = new Dictionary<CiJob, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < plan.Jobs.Count; i++) _places[plan.Jobs[i]] = i;
    }

    /// <summary>The jobs that touch an image, in the plan's order.</summary>
    public IReadOnlyList<CiJob> Of(ContainerImage image) =>
        [.. _byItem[image.Name].Concat(_byWorkload[image.Name]).Distinct<CiJob>(ReferenceEqualityComparer.Instance).OrderBy(job => _places[job])];

    static string ItemOf(string node) => node.IndexOf(TargetNode.ItemSeparator, StringComparison.Ordinal) is var at and >= 0 ? node[(at + 1)..] : "";
}
