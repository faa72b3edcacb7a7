using System.Net;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Tags;
using Harvis.Testing.Registries;
using Harvis.Testing.Registries.Faults;

namespace Harvis.Examples;

static class RegistryExamples
{
    // <retag>
    static async Task ReleaseAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var registry = new Registry("registry.example");
        using var client = new RegistryClient([registry], new DockerCredentials(run.Environment, run.Processes));
        var source = ImageReference.Parse("registry.example/shop-api:staging-latest");

        var digest = await client.RetagAsync(source, [ImageTag.Parse("v1.2.3"), ImageTag.Parse("latest")], cancellationToken);
        run.Log.Info($"v1.2.3 is {digest}.");
    }
    // </retag>

    // <errors>
    static async Task<bool> HasAsync(IImageRegistry registry, ImageReference reference, IRunLog log, CancellationToken cancellationToken)
    {
        try
        {
            return await registry.ResolveAsync(reference, cancellationToken) is not null;
        }
        catch (RegistryException failure) when (failure.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            log.Warning($"{failure.Method} {failure.Address} failed {failure.Attempts} times: {failure.ServerCode}");
            return false;
        }
    }
    // </errors>

    // <fake>
    static async Task ARetagSurvivesTwoFailures(CancellationToken cancellationToken)
    {
        await using var fake = new FakeRegistry();
        fake.Inject(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable), HttpMethod.Put, "/manifests/", times: 2);
        using var client = new RegistryClient([fake.Registry], new FixedCredentials(new Dictionary<RegistryHost, RegistryCredentials>()));

        var nothing = await client.ResolveAsync(fake.Repository(RepositoryName.Parse("shop-api")).WithTag(ImageTag.Parse("v1")), cancellationToken);
        if (nothing is not null) throw new InvalidOperationException("An empty registry has no image.");
    }
    // </fake>
}
