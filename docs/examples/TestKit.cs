using Harvis.Containers.Building;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Deployment.Compose;
using Harvis.Testing.Building;
using Harvis.Testing.Environments;
using Harvis.Testing.Logging;
using Harvis.Testing.Processes;
using Harvis.Testing.Registries;

namespace Harvis.Examples;

static class TestKit
{
    // <processes>
    static async Task AnUnchangedReleaseIsNotRestarted(ComposeRelease release, string id, string folder, CancellationToken cancellationToken)
    {
        var log = new RecordingLog();
        var processes = new FakeProcessRunner(log)
            .Plays("docker", command => new ProcessResult(command, 0, $"shop-api-1\trunning\tUp 2 minutes (healthy)\t{id}\t\n", ""));

        var changed = await new ComposeDeployer(processes, log, folder).DeployAsync(release, id, cancellationToken);

        if (changed || processes.Commands.Count != 1) throw new InvalidOperationException("It was restarted.");
    }
    // </processes>

    // <builder>
    static async Task AFailedStepIsTold(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        await using var registry = new FakeRegistry();
        using var client = new RegistryClient([registry.Registry], FixedCredentials.None);
        var builder = new FakeImageBuilder(client).Fails(request.Image, "RUN npm ci", "npm error code ENOTFOUND");

        try
        {
            await builder.BuildAsync(request, cancellationToken);
            throw new InvalidOperationException("It should have failed.");
        }
        catch (ImageBuildException failure) when (failure.Step == "RUN npm ci")
        {
            // This is what a build sees of a Dockerfile's step that fails.
        }
    }
    // </builder>

    // <environment>
    static async Task<RegistryCredentials> CredentialsOnABuildServer(RegistryHost host, CancellationToken cancellationToken)
    {
        var environment = new FakeEnvironment().With("DOCKER_CONFIG", "/builds/docker");
        var helper = new FakeProcessRunner().Plays("docker-credential-pass", """{"ServerURL":"registry.example","Username":"ci","Secret":"a token"}""");

        return await new DockerCredentials(environment, helper).ForAsync(host, cancellationToken);
    }
    // </environment>
}
