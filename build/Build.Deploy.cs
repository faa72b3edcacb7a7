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
        .On(Trigger.Push("main"), Trigger.Tag("v*"))
        .In(Environment)
        .Consumes(BuiltImage)
        .Executes(DeployAsync);

    Target Verify => _ => _
        .Description("Make the environment's smoke tests")
        .Stage(Stages.Verify)
        .DependsOn(Deploy)
        .Retry(3, Backoff.Exponential(TimeSpan.FromSeconds(1)))
        .Executes(async (run, ct) =>
        {
            using var smoke = new SmokeTester(run.Log);
            await smoke.TestAsync(Environment.SmokeTests, ct);
            foreach (var workload in Environment.Workloads.Where(workload => workload.PublishedPort is not null))
                run.Note($"{workload.Name} answers at http://localhost:{workload.PublishedPort}");
        });

    async Task DeployAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var project = $"harvis-{Environment.Name}";
        var folder = Path.Combine(run.Temporary, "environments", Environment.Name);
        var secrets = new SecretFiles(Path.Combine(folder, "secrets"));
        var images = HarvisAi.Images.ToDictionary(image => image, image => Built(image, run));
        ComposeDocument Document(params (string, string)[] labels) =>
            new ComposeGenerator(Environment, images, secret => secrets.PathOf(secret, _ => { }), labels).Generate(project);

        var release = ComposeRelease.IdOf(Document().ToYaml());
        var ports = Environment.Workloads.Where(workload => workload.PublishedPort is not null).Select(workload => (workload.PublishedPort!.Value, workload.Name));
        await new ComposeDeployer(run.Processes, run.Log, folder).DeployAsync(
            new ComposeRelease(project, Document((ComposeRelease.Label, release)).ToYaml(), Environment.Workloads.Count, [.. ports]), release, cancellationToken);
    }
}
