using Docker.DotNet;
using Harvis.Containers.Building;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;

namespace Harvis.Containers.Tests.Building;

[CollectionDefinition("real builds")]
public sealed class RealBuilds : ICollectionFixture<LocalRegistry>;

public sealed class BuildxImageBuilderTests(LocalRegistry registry) : ImageBuilderContract(registry)
{
    protected override IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log) => new BuildxImageBuilder(processes, workFolder);

    protected override Task RemoveAsync(IProcessRunner processes, string image) => processes.RunAsync(new("docker", "rmi", "--force", image), default);
}

public sealed class BuildahImageBuilderTests(LocalRegistry registry) : ImageBuilderContract(registry)
{
    protected override IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log) => new BuildahImageBuilder(processes, workFolder);

    protected override Task RemoveAsync(IProcessRunner processes, string image) => processes.RunAsync(new("buildah", "rmi", "--force", image), default);
}

public sealed class DockerEngineImageBuilderTests(LocalRegistry registry) : ImageBuilderContract(registry)
{
    protected override bool HasBuildKitsFeatures => false;

    protected override IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log) => new DockerEngineImageBuilder(new DockerClientBuilder().Build(), log);

    protected override Task RemoveAsync(IProcessRunner processes, string image) => processes.RunAsync(new("docker", "rmi", "--force", image), default);
}
