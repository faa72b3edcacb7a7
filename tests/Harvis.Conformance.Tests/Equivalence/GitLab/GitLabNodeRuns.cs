using System.Text.Json.Nodes;
using Harvis.Conformance.Tests.Equivalence.Local;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>What a pipeline's jobs run of a graph. Records of the jobs before reach a job as artifacts of those it names as needed.</summary>
static class GitLabNodeRuns
{
    const string RecordsFolder = ".nuke/temp/handover";

    public static NodeRuns Of(TargetGraph graph, JsonObject document, CiEvent happened, Func<string, bool> succeeds)
    {
        var bodies = new JobBodies(graph, succeeds);
        return bodies.Runs(GitLabRun.Of(document, happened, started => bodies.Run(
            started.Leg.Job,
            JobScript.Nodes(started),
            (job, node) => started.Needs.Contains(job) && Takes(started.Keywords, job) && Leaves((JsonObject)document[job]!, node),
            Handed.Expected(started),
            Handed.IsTriggered(started))));
    }

    static bool Takes(JsonObject keywords, string job) =>
        !keywords["needs"].Items().OfType<JsonObject>().Any(need => need["job"].Text() == job && need["artifacts"] is { } artifacts && !artifacts.IsTrue());

    // What a failed job left is kept only where it says so.
    static bool Leaves(JsonObject keywords, string node) =>
        keywords["artifacts"] is JsonObject artifacts && artifacts["when"].Text() == "always" && artifacts["paths"].Texts().Contains($"{RecordsFolder}/{CiName.Of(node)}.json");
}
