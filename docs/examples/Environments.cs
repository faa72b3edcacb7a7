using Harvis.Deployment.Compose;
using Harvis.Deployment.Smoke;
using Harvis.Generation.Compose;

namespace Harvis.Examples;

sealed class Environments : HarvisBuild
{
    static readonly ContainerImage ApiImage = new("shop-api") { Context = "services/api" };
    static readonly ContainerImage DatabaseImage = new("shop-database") { Context = "services/database" };

    // <environment>
    static readonly WorkloadSecret Password = new("database-password");

    static readonly Workload Database = new("database")
    {
        Image = DatabaseImage,
        Port = 5432,
        Variables = new Dictionary<string, VariableValue> { ["POSTGRES_PASSWORD_FILE"] = VariableValue.FileOf(Password) },
        Volumes = [new WorkloadVolume("database-data", "/var/lib/postgresql/data")],
        ScratchPaths = ["/tmp"],
    };

    static readonly Workload Api = new("api")
    {
        Image = ApiImage,
        Port = 8000,
        PublishedPort = 8000,
        Needs = [Database],
        Variables = new Dictionary<string, VariableValue>
        {
            ["DATABASE_HOST"] = VariableValue.HostOf(Database),
            ["DATABASE_PASSWORD_FILE"] = VariableValue.FileOf(Password),
            ["LOG_LEVEL"] = VariableValue.LogLevel,
        },
    };

    static readonly DeliveryEnvironment Dev = new("dev")
    {
        Workloads = [Database, Api],
        SmokeTests = [new SmokeTest(new Uri("http://localhost:8000/health")) { Description = "The API is healthy", ExpectedTexts = ["ok"] }],
    };
    // </environment>

    // <deploy>
    static async Task DeployAsync(TargetRun run, IReadOnlyDictionary<ContainerImage, ImageReference> images, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(run.Temporary, "environments", Dev.Name);
        var secrets = new SecretFiles(Path.Combine(folder, "secrets"));
        ComposeDocument Document(params (string, string)[] labels) =>
            new ComposeGenerator(Dev, images, secret => secrets.PathOf(secret, _ => { }), labels).Generate("shop-dev");

        var id = ComposeRelease.IdOf(Document().ToYaml());
        var release = new ComposeRelease("shop-dev", Document((ComposeRelease.Label, id)).ToYaml(), Dev.Workloads.Count, [(8000, Api.Name)]);
        await new ComposeDeployer(run.Processes, run.Log, folder).DeployAsync(release, id, cancellationToken);
    }
    // </deploy>

    // <smoke>
    Target Verify => _ => _
        .Retry(3)
        .Executes(async (run, ct) =>
        {
            using var smoke = new SmokeTester(run.Log);
            await smoke.TestAsync(Dev.SmokeTests, ct);
        });
    // </smoke>
}
