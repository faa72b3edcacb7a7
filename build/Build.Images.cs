using Harvis.Containers.Delivery;
using Harvis.Containers.LocalRegistries;

namespace Harvis.Build;

sealed partial class Build
{
    readonly ImageDelivery _images = new(HarvisAi.Registry);

    /// <summary>Each image by digest, as text: what is built, pushed, tagged and deployed is the same bytes.</summary>
    static readonly TargetResult<string> BuiltImage = new("image", () => BuildJson.Default.String);

    Target StartRegistry => _ => _
        .Description("Start a registry on this machine if none answers")
        .Unlisted()
        .Stage(Stages.Build)
        .RunsOn(HarvisAi.Node1)
        .Requires(ToolCatalogue.DockerRegistry)
        .Executes((run, ct) => LocalRegistry.EnsureAsync(HarvisAi.Registry, image: null, run, ct));

    Target BuildImages => _ => _
        .Description("Build every image whose content the registry doesn't hold yet")
        .Stage(Stages.Build)
        .DependsOn(StartRegistry)
        .Requires(ToolCatalogue.Git, ToolCatalogue.DockerEngine, ToolCatalogue.DockerBuildx, ToolCatalogue.Mmdebstrap)
        .Produces(BuiltImage)
        .ForEach(HarvisAi.Images, (image, each) => each
            .RunsOn(image.BuiltOn)
            .Executes(async (run, ct) => run.Publish(BuiltImage, (await _images.BuildAsync(image, run, ct)).ToString())));

    Target Push => _ => _
        .Description("Make sure that the registry holds every image by digest")
        .Stage(Stages.Push)
        .Consumes(BuiltImage)
        .ForEach(HarvisAi.Images, (image, each) => each
            .DependsOn(BuildImages, image)
            .RunsOn(image.BuiltOn)
            .Executes((run, ct) => _images.EnsurePushedAsync(Built(image, run), run, ct)));

    Target Tag => _ => _
        .Description("Tag the images with the commit, the time and the environment")
        .Stage(Stages.Tag)
        .Consumes(BuiltImage)
        .ForEach(HarvisAi.Images, (image, each) => each
            .DependsOn(Push, image)
            .RunsOn(image.BuiltOn)
            .Executes(async (run, ct) => await _images.TagAsync(Built(image, run), await TagsAsync(run, ct), run, ct)));

    static ImageReference Built(ContainerImage image, TargetRun run) => ImageReference.Parse(run.ReadAll(BuiltImage)[image.Name]);
}
