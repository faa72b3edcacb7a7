using System.Text.Json.Nodes;
using CsCheck;
using Harvis.Conformance.Tests.Equivalence.Cases;
using Harvis.Conformance.Tests.Equivalence.GitHub;
using Harvis.Conformance.Tests.Equivalence.GitLab;
using Harvis.Conformance.Tests.Equivalence.Local;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitLabCi;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>
/// For random graphs, events and failures, the engine on one machine, the GitHub workflow and the GitLab pipeline run the same targets, end
/// them the same and keep the same order. The documents are read back from their text.
/// </summary>
/// <remarks>
/// Different by design, and left out of the random graphs: targets of a stage that is one job fail together; a condition is asked in the job,
/// whose dependencies ran before. A plan that a system's document refuses, saying why, isn't judged.
/// </remarks>
public sealed class DocumentEquivalenceTests
{
    const int Cases = 2000;

    static readonly ActionPins Pins = ActionPins.Parse(File.ReadAllText(Path.Combine(Repository.Scenarios, "action-pins.yml")));

    [Fact]
    public void GitHub_RandomGraphsAndEvents_RunsWhatTheEngineRuns() => Check("GitHub", Workflow, GitHubNodeRuns.Of);

    [Fact]
    public void GitLab_RandomGraphsAndEvents_RunsWhatTheEngineRuns() => Check("GitLab", Pipeline, GitLabNodeRuns.Of);

    static void Check(string system, Func<CiPlan, string?> document, Func<TargetGraph, JsonObject, CiEvent, Func<string, bool>, NodeRuns> run)
    {
        var judged = 0;
        GraphCases.All.Sample(
            graphCase =>
            {
                var planning = CiPlanner.Plan(graphCase.Graph, new CiPlanRequest { Name = "pipeline" });
                if (planning.Diagnostics.Count > 0 || document(planning.Plan) is not { } text) return;
                Interlocked.Increment(ref judged);
                var local = LocalRun.Of(graphCase.Graph, graphCase.Happened, graphCase.Succeeds);
                var other = run(graphCase.Graph, YamlTree.ReadMap(text), graphCase.Happened, graphCase.Succeeds);
                Comparison.Check(graphCase, local, other, $"{system}\n{text}");
            },
            iter: Cases * 2,
            print: graphCase => graphCase.ToString());
        judged.ShouldBeGreaterThanOrEqualTo(Cases);
    }

    static string? Workflow(CiPlan plan) => new GitHubWorkflow(plan, new GitHubWorkflowOptions { Path = ".github/workflows/pipeline.yml", Pins = Pins }).Generate().File?.Text;

    static string? Pipeline(CiPlan plan) =>
        GitLabPipeline.Generate(plan) is var generated && generated.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : generated.File.Text;
}
