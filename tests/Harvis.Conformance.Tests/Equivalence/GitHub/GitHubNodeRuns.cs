using System.Text.Json.Nodes;
using Harvis.Conformance.Tests.Equivalence.Local;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>What a workflow's jobs run of a graph. Records of the jobs before reach a job as outputs of those it names as needed.</summary>
static class GitHubNodeRuns
{
    const string NeedsVariable = "HARVIS_NEEDS";

    public static NodeRuns Of(TargetGraph graph, JsonObject workflow, CiEvent happened, Func<string, bool> succeeds)
    {
        var bodies = new JobBodies(graph, succeeds);
        return bodies.Runs(GitHubRun.Of(workflow, happened, started => bodies.Run(
            started.Leg.Job,
            JobScript.Nodes(started),
            (job, node) => started.Variables.ContainsKey(NeedsVariable) && started.Needs.Contains(job) && IsOutput(workflow, job, node),
            Handed.Expected(started),
            Handed.IsTriggered(started))));
    }

    static bool IsOutput(JsonObject workflow, string job, string node) => workflow["jobs"]![job]!["outputs"] is JsonObject outputs && outputs.ContainsKey(CiName.Of(node));
}
