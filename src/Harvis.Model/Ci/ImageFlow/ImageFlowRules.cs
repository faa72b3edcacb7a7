using Harvis.Model.Diagnostics;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Model.Runners;
using Harvis.Model.Targets;

namespace Harvis.Model.Ci.ImageFlow;

/// <summary>
/// Finds images that don't get from the job that builds them to those that need them. A job touches an image if it runs a node whose item is
/// that image, or changes an environment with a workload of it.
/// </summary>
public static class ImageFlowRules
{
    static readonly string[] Archives = [".tar", ".oci", ".oci.tar.gz", ".docker.tar.gz"];
    static readonly string[] Packed = [".tar.gz", ".tgz", ".tar.zst", ".tar.xz"];

    /// <summary>All that is wrong, in the order of the images, then of the jobs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="images">The images that its targets build.</param>
    /// <param name="registry">Where they are pushed.</param>
    public static IReadOnlyList<Diagnostic> Check(CiPlan plan, IReadOnlyList<ContainerImage> images, Registry registry)
    {
        var uses = new ImageUses(plan);
        return
        [
            .. images.SelectMany(image => NodesOwnRegistry(image, uses.Of(image), registry)),
            .. images.SelectMany(image => OtherPlatforms(image, uses.Of(image))),
            .. plan.Jobs.SelectMany(job => ArchivesTaken(plan, job)),
        ];
    }

    static IEnumerable<Diagnostic> NodesOwnRegistry(ContainerImage image, IReadOnlyList<CiJob> jobs, Registry registry)
    {
        if (!registry.Host.IsLoopback || registry.SameOnEveryNode || jobs.Count == 0) return [];
        var first = jobs[0];
        return jobs.Where(job => job.Runner is null || job.Runner.IsHosted || job.Runner.Name != first.Runner?.Name).Take(1).Select(job => new Diagnostic(
            ImageFlowCodes.OtherNodesRegistry,
            $"Job \"{job.Id}\" needs image \"{image}\" from {registry.Host} and runs on {Name(job.Runner)}; job \"{first.Id}\" pushes it to {registry.Host} of {Name(first.Runner)}.",
            "Let both run on one node, name a registry that every node reaches, or set SameOnEveryNode if each node forwards that port to one registry."));
    }

    static IEnumerable<Diagnostic> OtherPlatforms(ContainerImage image, IReadOnlyList<CiJob> jobs) => jobs
        .Where(job => job.Runner is { } runner && runner.Platform != image.Platform && (runner.Name == image.BuiltOn?.Name || Runs(job, image)))
        .Select(job => new Diagnostic(
            ImageFlowCodes.OtherPlatform,
            $"Job \"{job.Id}\" {(Runs(job, image) ? "runs" : "builds")} image \"{image}\" for {image.Platform} on {Name(job.Runner)}, which is {job.Runner!.Platform}.",
            $"Let it run on a node for {image.Platform}, or set the image's Platform to {job.Runner.Platform}."));

    static IEnumerable<Diagnostic> ArchivesTaken(CiPlan plan, CiJob job) => job.Downloads
        .SelectMany(download => (plan.Find(download.Job)?.Uploads ?? []).Intersect(download.Globs).Where(IsArchive).Select(glob => new Diagnostic(
            ImageFlowCodes.ArchiveHandedOver,
            $"Job \"{job.Id}\" takes {glob} from job \"{download.Job}\": an image as a file, whose layers travel twice.",
            "Push the image where it is built, hand over its digest as a result, and pull it where it is needed.")));

    static bool Runs(CiJob job, ContainerImage image) => job.Environment?.Workloads.Any(workload => workload.Image.Name == image.Name) == true;

    // A packed archive may be anything; one that says so is an image.
    static bool IsArchive(string glob) =>
        Archives.Any(end => glob.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || (glob.Contains("image", StringComparison.OrdinalIgnoreCase) && Packed.Any(end => glob.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    static string Name(RunnerNode? runner) => runner is null ? "any node" : $"\"{runner.Name}\"";
}
