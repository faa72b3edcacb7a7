namespace Harvis.Build;

/// <summary>What is delivered: the Harvis AI application, as values.</summary>
static class HarvisAi
{
    public static readonly RunnerNode Node1 = new("node1") { Host = "pop-os", Tags = ["node1", "backend", "gpu", "docker"], Gpus = 1 };

    public static readonly RunnerNode Node2 = new("node2") { Host = "pop-os-343570d8", Tags = ["node2", "frontend", "docker"], Gpus = 1 };

    /// <summary>On each node a port of the node itself that leads to one registry; on a laptop a registry on the laptop.</summary>
    public static readonly Registry Registry = new("localhost:5000") { Insecure = true, SameOnEveryNode = true };

    public static readonly ContainerImage Backend = new("jarvis-backend")
    {
        Context = "samples/harvis-ai/backend",
        Bases = new Dictionary<string, BaseImage> { ["PYTHON_BASE"] = BaseImages.Python },
        BuiltOn = Node1,
    };

    public static readonly ContainerImage Frontend = new("jarvis-frontend")
    {
        Context = "samples/harvis-ai/frontend",
        Bases = new Dictionary<string, BaseImage> { ["NODE_BUILD_BASE"] = BaseImages.NodeBuild, ["NODE_BASE"] = BaseImages.Node },
        BuiltOn = Node2,
    };

    public static readonly ContainerImage Database = new("jarvis-database")
    {
        Context = "samples/harvis-ai/database",
        Bases = new Dictionary<string, BaseImage> { ["POSTGRES_BASE"] = BaseImages.Postgres },
        BuiltOn = Node1,
    };

    public static readonly IReadOnlyList<ContainerImage> Images = [Backend, Frontend, Database];

    static readonly WorkloadSecret DatabasePassword = new("database-password");

    static readonly Workload DatabaseServer = new("database")
    {
        Image = Database,
        Port = 5432,
        Variables = new Dictionary<string, VariableValue> { ["POSTGRES_PASSWORD_FILE"] = VariableValue.FileOf(DatabasePassword) },
        Volumes = [new WorkloadVolume("database-data", "/var/lib/postgresql/data")],
        ScratchPaths = ["/tmp"],
    };

    static readonly Workload BackendServer = new("backend")
    {
        Image = Backend,
        Port = 8000,
        Needs = [DatabaseServer],
        Variables = new Dictionary<string, VariableValue>
        {
            ["DATABASE_HOST"] = VariableValue.HostOf(DatabaseServer),
            ["DATABASE_PORT"] = VariableValue.PortOf(DatabaseServer),
            ["DATABASE_NAME"] = "harvis",
            ["DATABASE_USER"] = "harvis",
            ["DATABASE_PASSWORD_FILE"] = VariableValue.FileOf(DatabasePassword),
            ["ENVIRONMENT"] = VariableValue.EnvironmentName,
            ["LOG_LEVEL"] = VariableValue.LogLevel,
        },
    };

    static readonly Workload FrontendServer = new("frontend")
    {
        Image = Frontend,
        Port = 3000,
        Needs = [BackendServer],
        Variables = new Dictionary<string, VariableValue> { ["BACKEND_URL"] = VariableValue.UrlOf(BackendServer) },
    };

    public static readonly DeliveryEnvironment Dev = Delivered("dev", backendPort: 8000, frontendPort: 3000) with { LogLevel = Harvis.Model.Environments.LogLevel.Debug };

    /// <summary>Every state of the main branch.</summary>
    public static readonly DeliveryEnvironment Staging = Delivered("staging", backendPort: 8100, frontendPort: 3100) with { LogLevel = Harvis.Model.Environments.LogLevel.Debug };

    /// <summary>Releases, each approved by a person.</summary>
    public static readonly DeliveryEnvironment Production = Delivered("prod", backendPort: 8200, frontendPort: 3200) with { RequiresApproval = true };

    public static readonly IReadOnlyList<DeliveryEnvironment> Environments = [Dev, Staging, Production];

    /// <summary>What delivers to an environment; nothing does to one that only people deliver to.</summary>
    public static Trigger[] DeliveryTo(DeliveryEnvironment environment) =>
        environment == Staging ? [Trigger.Push("main")] : environment == Production ? [Trigger.Tag("v*")] : [];

    static DeliveryEnvironment Delivered(string name, int backendPort, int frontendPort) => new(name)
    {
        Workloads = [DatabaseServer, BackendServer with { PublishedPort = backendPort }, FrontendServer with { PublishedPort = frontendPort }],
        SmokeTests =
        [
            new SmokeTest($"http://localhost:{backendPort}/health") { Description = "The backend and its database are healthy", ExpectedTexts = ["\"database\":\"ok\""] },
            new SmokeTest($"http://localhost:{frontendPort}/")
            {
                Description = "The frontend shows the newest conversation, which the backend has from the database",
                ExpectedTexts = ["<html"],
                ExpectedValues = [new ServedValue(new Uri($"http://localhost:{backendPort}/api/conversations?limit=1"), "0", "title")],
            },
        ],
    };
}
