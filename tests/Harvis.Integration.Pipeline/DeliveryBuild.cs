using Harvis.Containers.Delivery;
using Harvis.Deployment.Compose;
using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Tools;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Integration.Pipeline;

/// <summary>A build whose targets meet registries, engines, ports and disks that refuse.</summary>
sealed class DeliveryBuild : HarvisBuild
{
    [Parameter("Where images go")] readonly RegistryHost Registry = RegistryHost.Parse("127.0.0.1:1");
    [Parameter("The port that is published")] readonly int Port = 8000;
    [Parameter("An image")] readonly ImageReference Image = ImageReference.Parse("localhost:5000/web:1");

    ImageDelivery Delivery => new(new Registry(Registry.ToString()) { Insecure = true });

    Target BuildImage => _ => _.Executes((run, ct) =>
        Delivery.BuildAsync(new ContainerImage("web") { Context = "app", Dockerfile = "Dockerfle" }, run, ct));

    Target Push => _ => _.Executes((run, ct) => Delivery.EnsurePushedAsync(
        new ImageReference(Registry, RepositoryName.Parse("web")).WithDigest(Digest.OfBytes([])), run, ct));

    Target Deploy => _ => _.Executes((run, ct) => new ComposeDeployer(run.Processes, run.Log, Path.Combine(run.Temporary, "deploy"))
        .DeployAsync(new ComposeRelease("harvis-test", "services: {}\n", 1, [(Port, "web")]), new string('a', 32), ct));

    Target NeedsEngine => _ => _.Requires(ToolCatalogue.DockerEngine).Executes(() => { });

    Target Show => _ => _.Executes((run, _) => Task.FromResult(run.Root + Image));

    Target FillDevice => _ => _.Executes((_, ct) => File.WriteAllBytesAsync("/dev/full", new byte[1 << 16], ct));

    Target Fill => _ => _.Executes((run, ct) => File.WriteAllBytesAsync(Path.Combine(run.Root, "big"), new byte[8 << 20], ct));

    Target AfterFill => _ => _.DependsOn(Small).After(Fill).Executes((run, ct) => File.WriteAllTextAsync(Path.Combine(run.Root, "after"), "1", ct));

    Target Small => _ => _.Executes((run, ct) => File.AppendAllTextAsync(Path.Combine(run.Root, "small"), "1", ct));
}
