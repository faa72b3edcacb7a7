using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

/// <summary>Plans as the planner makes them, with all that a workflow has words for.</summary>
static class SamplePlans
{
    public static readonly Trigger Main = Trigger.Push("main");
    public static readonly Trigger Request = Trigger.PullRequest("main", "develop");
    public static readonly Trigger Release = Trigger.Tag("v*");
    public static readonly Trigger Nightly = Trigger.Schedule("0 2 * * *");
    public static readonly Trigger ByHand = Trigger.ManualWith(
        new TriggerInput("Environment", "Where to deliver to") { Default = "staging", Options = ["staging", "prod"] },
        new TriggerInput("DryRun", "Change nothing") { Default = "false", Options = ["true", "false"] },
        new TriggerInput("Reason", "Why"));

    static readonly Lazy<ActionPins> PinsOfThisRepository = new(() => ActionPins.Parse(File.ReadAllText(PinFile())));

    public static ActionPins Pins => PinsOfThisRepository.Value;

    public static GitHubWorkflowOptions Options(string file = "ci") => new() { Path = $".github/workflows/{file}.yml", Pins = Pins };

    public static CiJob Job(string id, IReadOnlyList<Trigger> triggers, params string[] needs) => new()
    {
        Id = id,
        Title = id,
        Nodes = [id],
        Stage = Stages.Build,
        Needs = needs,
        Activations = [new CiActivation(triggers, Succeeded(needs))],
        Timeout = TimeSpan.FromMinutes(30),
    };

    public static CiRule Succeeded(params string[] jobs) => new CiRule.All([.. jobs.Select(job => new CiRule.Succeeded(job))]);

    public static CiPlan Plan(params CiJob[] jobs) => new()
    {
        Name = "Pipeline",
        Triggers = TriggerText.Distinct(jobs.SelectMany(job => job.Activations).SelectMany(activation => activation.Triggers)),
        Jobs = jobs,
    };

    /// <summary>Build, test on three systems, publish on tags, tell about it in any case.</summary>
    public static CiPlan Library => Plan(
        Job("Compile", [Main, Request, Release]) with
        {
            Uploads = ["out/**", "!out/**/*.pdb"],
            HandsOver = ["Compile"],
            Cache = new CiCache("nuget", ["**/packages.lock.json"], ["~/.nuget/packages"]),
        },
        Job("Test", [Main, Request, Release], "Compile") with
        {
            Title = "Run every test",
            Nodes = ["Test:unit", "Test:it's"],
            Legs = [new CiLeg("unit", "Test:unit"), new CiLeg("it's", "Test:it's")],
            Downloads = [new CiDownload("Compile", ["out/**"])],
            Uploads = ["results/*.trx"],
            HandsOver = ["Test:unit", "Test:it's"],
            TakesOver = ["Compile"],
        },
        Job("Test-windows", [Main, Request, Release], "Compile") with { Nodes = ["Test:windows", "It's"], Runner = HostedRunners.Windows },
        Job("Publish", [Release], "Test", "Test-windows") with
        {
            Downloads = [new CiDownload("Test", ["results/*.trx"]), new CiDownload("Compile", ["out/**"])],
            Needs = ["Compile", "Test", "Test-windows"],
            Activations = [new CiActivation([Release], Succeeded("Compile", "Test", "Test-windows"))],
            Permissions = [Permission.WritePackages, Permission.IdentityToken, Permission.WriteCode],
            Secrets = ["PackageKey", "GitHubToken"],
            NeedsHistory = true,
            Cache = new CiCache("nuget", ["**/packages.lock.json"], ["~/.nuget/packages"]),
            Timeout = TimeSpan.FromSeconds(90),
        },
        Job("Tell", [Main, Request, Release], "Test", "Publish") with
        {
            Activations =
            [
                new CiActivation([Release], CiRule.Always),
                new CiActivation([Main], new CiRule.Any([new CiRule.Succeeded("Test"), new CiRule.Failed("Test")])),
            ],
            TakesOver = ["Test:unit"],
        });

    /// <summary>Environments, services, schedules, inputs and what users add.</summary>
    public static CiPlan Delivery => Plan(
        Job("Scan", [Main, ByHand, Nightly]) with
        {
            Services = [new CiService("database") { Image = ImageReference.Parse($"docker.io/library/postgres@sha256:{new string('a', 64)}"), Ports = [5432], Variables = new Dictionary<string, string> { ["POSTGRES_DB"] = "${{ it }}" } }],
            Permissions = [Permission.WriteSecurityFindings],
            Extensions =
            [
                new ActionStep("github/codeql-action/upload-sarif") { Place = StepPlace.AfterRun, Inputs = [("sarif_file", "findings.sarif")] },
                new GitHubJobPart(YamlMap.Of(("env", YamlMap.Of(("DOTNET_NOLOGO", "true"))))),
            ],
        },
        Job("Deploy", [Main, ByHand], "Scan") with
        {
            Environment = new DeliveryEnvironment("staging"),
            Permissions = [Permission.WriteDeployments],
            Secrets = ["GitLabTriggerToken"],
            Runner = new RunnerNode("node1") { Host = "pop-os", Tags = ["node1", "gpu"] },
        },
        Job("Rollback", [Main, ByHand], "Deploy") with
        {
            Activations = [new CiActivation([Main, ByHand], new CiRule.Failed("Deploy"))],
            Environment = new DeliveryEnvironment("staging"),
            ConcurrencyGroup = "gpu",
        },
        Job("Cleanup", [Nightly]));

    public static GitHubWorkflowOptions DeliveryOptions => Options("delivery") with
    {
        DisplayName = "Deliver: it's \"1.10\"",
        EnvironmentUrls = new Dictionary<string, Uri> { ["staging"] = new("https://staging.example.org") },
        Calls = [new CalledWorkflow("trigger", new StepAction.Local(".github/workflows/trigger.yml")) { Title = "Start the other", Needs = ["Scan"], Triggers = [Main], Secrets = ["GitLabTriggerToken"], Inputs = [("environment", "staging")] }],
    };

    /// <summary>A workflow that others call, or people start.</summary>
    public static CiPlan Called => Plan(
        Job("Trigger", [Trigger.Called, Trigger.Manual]) with { Secrets = ["GitLabTriggerToken"], Environment = new DeliveryEnvironment("prod") },
        Job("Ask", [Trigger.Manual]),
        Job("Answer", [Trigger.Called]));

    static string PinFile()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Harvis.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, ActionPins.DefaultPath);
    }
}
