using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitLabCi;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>A build as a user writes it, whose CI files lie beside it. Its class is named Pipeline, its namespace after its folder.</summary>
public abstract class Scenario : HarvisBuild
{
    /// <summary>What becomes one pipeline: by default every target that has a trigger.</summary>
    public virtual CiPlanRequest Request => new() { Name = "pipeline" };

    /// <summary>What only GitHub has.</summary>
    public virtual GitHubWorkflowOptions GitHub(ActionPins pins) => new() { Path = ".github/workflows/pipeline.yml", Pins = pins };

    /// <summary>What only GitLab has.</summary>
    public virtual GitLabPipelineOptions GitLab => new() { IdentityAudience = "https://example.com" };

    /// <summary>A body that starts a program.</summary>
    protected static TargetBody Run(string program, params string[] arguments) =>
        async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand(program, arguments), ct)).EnsureSuccess();
}
