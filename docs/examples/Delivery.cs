using Harvis.Containers.Delivery;
using Harvis.Containers.LocalRegistries;

namespace Harvis.Examples;

sealed partial class Delivery : HarvisBuild
{
    // <values>
    static readonly Registry Registry = new("localhost:5000") { Insecure = true };

    static readonly BaseImage Python = BaseImage.Debian("python", "python3", "python3-uvicorn", "usr-is-merged");

    static readonly ContainerImage Api = new("shop-api")
    {
        Context = "services/api",
        Bases = new Dictionary<string, BaseImage> { ["PYTHON_BASE"] = Python },
    };
    // </values>

    // <targets>
    readonly ImageDelivery _images = new(Registry);

    static readonly TargetResult<string> Built = new("image", DeliveryJson.Default.String);

    Target StartRegistry => _ => _
        .Requires(ToolCatalogue.DockerRegistry)
        .Executes((run, ct) => LocalRegistry.EnsureAsync(Registry, image: null, run, ct));

    Target BuildImage => _ => _
        .DependsOn(StartRegistry)
        .Requires(ToolCatalogue.Git, ToolCatalogue.DockerEngine, ToolCatalogue.DockerBuildx, ToolCatalogue.Mmdebstrap)
        .Produces(Built)
        .Executes(async (run, ct) => run.Publish(Built, (await _images.BuildAsync(Api, run, ct)).ToString()));

    Target CheckImage => _ => _
        .DependsOn(BuildImage)
        .Consumes(Built)
        .Executes((run, ct) => _images.EnsurePushedAsync(ImageReference.Parse(run.Read(Built)), run, ct));
    // </targets>

    // <pinned>
    static readonly BaseImage Alpine = BaseImage.Pinned(
        "alpine", "registry.example/library/alpine@sha256:0000000000000000000000000000000000000000000000000000000000000001");
    // </pinned>
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
sealed partial class DeliveryJson : System.Text.Json.Serialization.JsonSerializerContext;
