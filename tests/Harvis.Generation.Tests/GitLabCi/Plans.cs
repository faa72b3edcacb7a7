using Harvis.Generation.GitLabCi;
using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>Plans made by hand, one for each thing that a pipeline can be.</summary>
static class Plans
{
    public static readonly ImageReference Pinned = ImageReference.Parse("registry.example.com/build@sha256:" + new string('a', 64));
    public static readonly RunnerNode Node1 = new("node1") { Host = "one", Tags = ["node1", "backend", "gpu", "docker"] };
    public static readonly RunnerNode Node2 = new("node2") { Host = "two", Tags = ["node2", "frontend", "docker"] };

    static readonly DeliveryEnvironment Staging = new("staging") { SmokeTests = [new SmokeTest(new Uri("https://staging.example.com/health")) { Description = "it answers" }] };
    static readonly DeliveryEnvironment Production = new("prod") { RequiresApproval = true };
    static readonly Trigger Main = Trigger.Push("main");

    public static CiPlan Of(params IReadOnlyList<CiJob> jobs) => new() { Name = "ci", Jobs = jobs };

    public static CiJob Job(string id, params IReadOnlyList<string> needs) => On(id, [Main], needs);

    public static CiJob On(string id, IReadOnlyList<Trigger> triggers, params IReadOnlyList<string> needs) => With(id, triggers, new CiRule.All([.. needs.Select(need => new CiRule.Succeeded(need))]), needs);

    public static CiJob With(string id, IReadOnlyList<Trigger> triggers, CiRule rule, params IReadOnlyList<string> needs) => new()
    {
        Id = id,
        Title = $"Do {id}",
        Nodes = [id],
        Stage = Stages.Build,
        Needs = needs,
        Activations = [new CiActivation(triggers, rule)],
        Timeout = TimeSpan.FromMinutes(30),
    };

    public static CiJob Matrix(string id, int legs, params IReadOnlyList<string> needs) => Job(id, needs) with
    {
        Nodes = [.. Enumerable.Range(1, legs).Select(leg => $"{id}:{leg}")],
        Legs = [.. Enumerable.Range(1, legs).Select(leg => new CiLeg($"{leg}", $"{id}:{leg}"))],
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    public static readonly IReadOnlyDictionary<string, (CiPlan Plan, GitLabPipelineOptions Options)> Scenarios = new Dictionary<string, (CiPlan, GitLabPipelineOptions)>
    {
        ["single"] = (Of(Job("Build")), new()),
        ["matrix"] = (Of(
            Matrix("Build", 3) with { Uploads = ["out/*.txt"], HandsOver = ["Build:1", "Build:2", "Build:3"] },
            Job("Deploy", "Build") with { Stage = Stages.Deploy, TakesOver = ["Build:1", "Build:2", "Build:3"], Downloads = [new CiDownload("Build", ["out/*.txt"])] }), new()),
        ["diamond"] = (Of(
            Job("Restore"),
            Job("Backend", "Restore") with { Runner = Node1 },
            Job("Frontend", "Restore") with { Runner = Node2 },
            Job("Push", "Backend", "Frontend") with { Stage = Stages.Push, Runner = HostedRunners.LinuxArm }), new() { Image = Pinned, DefaultTags = ["docker"] }),
        ["assured"] = (Of(
            Job("Build"),
            Job("Test", "Build") with { Stage = Stages.Test },
            With("Notify", [Main], CiRule.Always, "Build", "Test") with { Stage = new Stage("notify") }), new()),
        ["triggered"] = (Of(
            Job("Build"),
            With("Report", [Main], new CiRule.Any([new CiRule.Succeeded("Build"), new CiRule.Failed("Build")]), "Build") with
            {
                Activations = [new CiActivation([Main], new CiRule.Any([new CiRule.Succeeded("Build"), new CiRule.Failed("Build")])) { IsTriggered = true }],
            },
            Job("Publish", "Report")), new()),
        ["order-only"] = (Of(Job("Lint"), With("Build", [Main], CiRule.Unconditional, "Lint")), new()),
        ["environments"] = (Of(
            Job("Push") with { Stage = Stages.Push },
            On("DeployStaging", [Main], "Push") with { Stage = Stages.Deploy, Environment = Staging, ConcurrencyGroup = "deploy-staging" },
            On("StopStaging", [Main], "DeployStaging") with { Stage = Stages.Deploy, Environment = Staging, ConcurrencyGroup = "deploy-staging" },
            On("DeployProd", [Main], "DeployStaging") with { Stage = Stages.Deploy, Environment = Production, ConcurrencyGroup = "deploy-prod" },
            On("VerifyProd", [Main], "DeployProd") with { Stage = Stages.Verify, Environment = Production, ConcurrencyGroup = "deploy-prod" }),
            new()
            {
                Environments = new Dictionary<string, GitLabEnvironmentOptions>
                {
                    ["staging"] = new() { StopJob = "StopStaging", AutoStopIn = TimeSpan.FromDays(3) },
                    ["prod"] = new() { Url = new Uri("https://app.example.com") },
                },
            }),
        ["outside"] = (Of(
            On("Build", [Main, Trigger.Tag("v*"), Trigger.Manual]),
            On("Tags", [Trigger.Tag("v*")], "Build") with { Stage = Stages.Tag, NeedsHistory = true },
            On("Cleanup", [Trigger.Schedule("0 2 * * 0"), Trigger.Manual]) with { Stage = new Stage("cleanup") },
            On("Deploy", [Main], "Build") with { Stage = Stages.Deploy, Environment = Staging, ConcurrencyGroup = "deploy-staging", Secrets = ["ClusterToken"] }),
            new() { StartedFromOutside = true }),
        ["schedule"] = (Of(On("Cleanup", [Trigger.Schedule("0 2 * * 0")]), On("Scan", [Trigger.Schedule("30 4 * * 1-5"), Main])), new()),
        ["merge-request"] = (Of(
            On("Lint", [Trigger.PullRequest("main", "release/*").For("src/**", "*.md")]),
            On("Test", [Trigger.PullRequest("main"), Trigger.Push()], "Lint") with { Needs = ["Lint"] }), new()),
        ["called"] = (Of(On("Build", [Trigger.Called])), new()),
        ["by-hand"] = (Of(On("Deploy", [Trigger.ManualWith(
            new TriggerInput("Environment", "Where to deliver to") { Options = ["staging", "prod"] },
            new TriggerInput("LogLevel", "How much is logged") { Default = "info" })])), new()),
        ["place"] = (Of(Job("Test") with
        {
            Runner = HostedRunners.Linux,
            Secrets = ["GitLabToken", "RegistryPassword"],
            Permissions = [Permission.IdentityToken],
            NeedsHistory = true,
            Cache = new CiCache("nuget", ["**/packages.lock.json"], [".nuke/temp/packages"]),
            Services = [new CiService("database") { Image = Pinned, Variables = new Dictionary<string, string> { ["COLLATION"] = "$C" }, Ports = [5432] }],
        }), new() { IdentityAudience = "https://vault.example.com" }),
        ["extensions"] = (Of(Job("Build") with
        {
            Extensions =
            [
                new GitLabComponent("gitlab.com/components/sast/sast", "2.1.0") { Inputs = [("stage", "build"), ("fail", true), ("limit", 3)] },
                new GitLabJobPart(YamlMap.Of(("coverage", "/Total.*?(\\d+)%/"), ("artifacts", YamlMap.Of(("reports", YamlMap.Of(("junit", YamlList.Of(["out/*.xml"])))))))),
            ],
        }),
        new()
        {
            Includes =
            [
                new GitLabInclude.Project("group/shared", new string('1', 40), "/jobs.yml"),
                new GitLabInclude.Remote(new Uri("https://example.com/jobs.yml"), "sha256-" + new string('A', 43) + "="),
            ],
            Parts = [new GitLabPipelinePart(YamlMap.Of(("lint", YamlMap.Of(("stage", (YamlNode)"build"), ("image", Pinned.ToString()), ("script", YamlList.Of(["echo \"Image: $CI_COMMIT_SHA\""]))))))],
        }),
        ["windows"] = (Of(
            Job("Build") with { Runner = HostedRunners.Windows, Nodes = ["Pack:it's"] },
            Matrix("Test", 2) with { Runner = HostedRunners.Windows }), new()),
    };
}
