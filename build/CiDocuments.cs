using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.GitLabCi;
using Harvis.Model.Ci;
using Harvis.Model.Ci.ImageFlow;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Build;

/// <summary>
/// Who runs what: GitHub tests and scans, and once the scans of a commit have passed has GitLab build and deliver that commit on the team's
/// nodes.
/// </summary>
/// <param name="graph">The targets.</param>
/// <param name="pins">The commits of actions.</param>
sealed class CiDocuments(TargetGraph graph, ActionPins pins)
{
    /// <summary>The workflow that must have passed before anything is delivered.</summary>
    public const string ScanWorkflow = "sast-security-scan.yml";

    const string TriggerWorkflow = "trigger-gitlab-ci.yml";
    const string Workflows = ".github/workflows/";

    readonly List<Diagnostic> _findings = [];

    /// <summary>What is wrong, warnings included; complete once <see cref="All"/> was asked.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The documents; those with an error are left out.</summary>
    public IReadOnlyList<CiDocument> All() => [.. new[] { Tests(), Scans(), TriggerOfGitLab(), GitLab() }.OfType<CiDocument>()];

    CiDocument? Tests() => GitHub("ci.yml", Plan(new CiPlanRequest { Name = "Tests", Targets = ["TestOnSystems"] }));

    CiDocument? Scans() => GitHub(ScanWorkflow, Plan(new CiPlanRequest { Name = "Security scans", Targets = ["CheckGenerated"] }), new CalledWorkflow("gitlab", new StepAction.Local(Workflows + TriggerWorkflow))
    {
        Title = "Build and deliver in GitLab",
        Needs = ["CheckGenerated"],
        Triggers = [Trigger.Push("main"), Trigger.Tag("v*")],
        Permissions = graph.Find("TriggerGitLab")!.Permissions,
        Secrets = [.. graph.Find("TriggerGitLab")!.Secrets.Except(["GitHubToken"])],
    });

    CiDocument? TriggerOfGitLab() => GitHub(TriggerWorkflow, Plan(new CiPlanRequest { Name = "GitLab", Targets = ["TriggerGitLab"], RunBefore = ["CheckGenerated"] }));

    CiDocument? GitLab()
    {
        var plan = Plan(new CiPlanRequest
        {
            Name = "Harvis AI",
            Targets = ["Deploy", "Verify", "Notify", "CleanNodes"],
            BuildCache = new CiCache("build", ["build/packages.lock.json", "Directory.Packages.props"], [".nuke/temp/build"]),
        });
        var generated = GitLabPipeline.Generate(plan, new GitLabPipelineOptions
        {
            StartedFromOutside = true,
            Environments = HarvisAi.Environments.ToDictionary(environment => environment.Name, environment => new GitLabEnvironmentOptions { DeploymentTier = environment == HarvisAi.Production ? "production" : "staging" }),
        });
        Found([.. generated.Diagnostics, .. ImageFlowRules.Check(plan, HarvisAi.Images, HarvisAi.Registry)]);
        return Document("GitLab", plan, generated.File);
    }

    CiDocument? GitHub(string name, CiPlan plan, params IReadOnlyList<CalledWorkflow> calls)
    {
        var generated = new GitHubWorkflow(plan, new GitHubWorkflowOptions { Path = Workflows + name, Pins = pins, Calls = calls }).Generate();
        Found(generated.Diagnostics);
        return Document($"GitHub {name}", plan, generated.File);
    }

    CiPlan Plan(CiPlanRequest request)
    {
        var planning = CiPlanner.Plan(graph, request);
        Found(planning.Diagnostics);
        return planning.Plan;
    }

    void Found(IEnumerable<Diagnostic> diagnostics) => _findings.AddRange(diagnostics);

    static CiDocument? Document(string system, CiPlan plan, GeneratedFile? file) => file is null ? null : new CiDocument(system, plan, file);
}
