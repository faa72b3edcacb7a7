using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitLabCi;
using Harvis.Model.Diagnostics;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>What a scenario becomes on each system; null where that system's document is refused.</summary>
/// <param name="Plan">The plan and what is wrong with it.</param>
/// <param name="Workflow">The text of the GitHub workflow.</param>
/// <param name="Pipeline">The text of the GitLab pipeline.</param>
/// <param name="Diagnostics">All that is wrong, for people.</param>
sealed record ScenarioDocuments(CiPlanning Plan, string? Workflow, string? Pipeline, string Diagnostics)
{
    /// <summary>The commits of actions that scenarios use: fixed, so that an update of the project's own doesn't change them.</summary>
    static readonly ActionPins Pins = ActionPins.Parse(File.ReadAllText(Path.Combine(Repository.Scenarios, "action-pins.yml")), "tests/scenarios/action-pins.yml");

    public static ScenarioDocuments Of(Scenario scenario)
    {
        var build = GraphBuilder.Build(scenario);
        var planning = CiPlanner.Plan(build.Graph, scenario.Request);
        IReadOnlyList<Diagnostic> wrong = [.. build.Diagnostics, .. planning.Diagnostics];
        if (wrong.Count > 0) return new ScenarioDocuments(planning, null, null, Text("", wrong));

        var github = new GitHubWorkflow(planning.Plan, scenario.GitHub(Pins)).Generate();
        var gitlab = GitLabPipeline.Generate(planning.Plan, scenario.GitLab);
        return new ScenarioDocuments(
            planning,
            github.File?.Text,
            gitlab.Diagnostics.Any(IsError) ? null : gitlab.File.Text,
            Text("GitHub: ", github.Diagnostics) + Text("GitLab: ", gitlab.Diagnostics));
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    static string Text(string system, IReadOnlyList<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(diagnostic => $"{system}{diagnostic}\n"));
}
