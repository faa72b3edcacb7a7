using Harvis.Deployment.Compose;
using Harvis.Deployment.Smoke;
using Harvis.Generation.Compose;

namespace Harvis.Build;

sealed partial class Build
{
    Target Deploy => _ => _
        .Description("Deliver the pushed images and wait until everything is healthy")
        .Stage(Stages.Deploy)
        .DependsOn(Tag)
        .Requires(ToolCatalogue.DockerEngine, ToolCatalogue.DockerCompose)
        .Consumes(BuiltImage)
        .ForEach(Environments, (environment, each) => each
            .OnlyWhen(Environment == environment, Chosen(environment))
            .RunsOn(HarvisAi.Node1)
            .On(HarvisAi.DeliveryTo(environment))
            .In(environment)
            .Executes((run, ct) => DeployAsync(environment, run, ct)));

    Target Verify => _ => _
        .Description("Make the environment's smoke tests")
        .Stage(Stages.Verify)
        .Retry(3, Backoff.Exponential(TimeSpan.FromSeconds(1)))
        .ForEach(Environments, (environment, each) => each
            .DependsOn(Deploy, environment)
            .OnlyWhen(Environment == environment, Chosen(environment))
            .RunsOn(HarvisAi.Node1)
            .On(HarvisAi.DeliveryTo(environment))
            .Executes((run, ct) => VerifyAsync(environment, run, ct)));

    static async Task VerifyAsync(DeliveryEnvironment environment, TargetRun run, CancellationToken cancellationToken)
    {
        using var smoke = new SmokeTester(run.Log);
        await smoke.TestAsync(environment.SmokeTests, cancellationToken);
        foreach (var workload in environment.Workloads.Where(workload => workload.PublishedPort is not null))
            run.Note($"{workload.Name} answers at http://localhost:{workload.PublishedPort}");
    }

    static async Task DeployAsync(DeliveryEnvironment environment, TargetRun run, CancellationToken cancellationToken)
    {
        var project = $"harvis-{environment.Name}";
        var folder = Path.Combine(run.Temporary, "environments", environment.Name);
        var secrets = new SecretFiles(Path.Combine(folder, "secrets"));
        var images = HarvisAi.Images.ToDictionary(image => image, image => Built(image, run));
        ComposeDocument Document(params (string, string)[] labels) =>
            new ComposeGenerator(environment, images, secret => secrets.PathOf(secret, _ => { }), labels).Generate(project);

        var release = ComposeRelease.IdOf(Document().ToYaml());
        var ports = environment.Workloads.Where(workload => workload.PublishedPort is not null).Select(workload => (workload.PublishedPort!.Value, workload.Name));
        await new ComposeDeployer(run.Processes, run.Log, folder).DeployAsync(
            new ComposeRelease(project, Document((ComposeRelease.Label, release)).ToYaml(), environment.Workloads.Count, [.. ports]), release, cancellationToken);
    }
}
