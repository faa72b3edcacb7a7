using Harvis.Generation.Simulation;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Tags;
using Harvis.Model.Versions;

namespace Harvis.Build;

sealed partial class Build
{
    static readonly string[] Events = ["push", "tag", "pull_request", "schedule", "dispatch"];

    [Parameter("What Simulate lets happen: push, tag, pull_request, schedule or dispatch")]
    readonly string Event = "push";

    [Parameter("The branch that a simulated pull request is to be merged into")]
    readonly string Into = "main";

    [Parameter("The cron fields of a simulated schedule")]
    readonly string Cron = "0 2 * * 0";

    [Parameter("Where Simulate writes its result as JSON, relative to the repository's root; empty for nowhere")]
    readonly string SimulationFile = "";

    Target Simulate => _ => _
        .Description("Show which jobs an event starts on each CI system, in what order, on which runner, and which tags images get")
        .Executes(SimulateAsync);

    async Task SimulateAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var happened = Happened();
        var pipelines = new List<SimulatedPipeline>();
        foreach (var document in await DocumentsAsync(run, cancellationToken))
        {
            // What another workflow calls starts for what starts that one.
            var isCalled = document.Plan.Triggers.Contains(Trigger.Called) && happened is CiEvent.Push or CiEvent.TagPush;
            var jobs = CiSimulation.Of(document.Plan, isCalled ? new CiEvent.Call { Ref = happened.Ref } : happened);
            if (jobs.Count > 0) pipelines.Add(new SimulatedPipeline(document.System, jobs));
        }

        var tags = pipelines.SelectMany(pipeline => pipeline.Jobs).Any(job => job.Job.Nodes.Any(node => run.Graph.Find(node)!.Target == nameof(Tag)))
            ? await SimulatedTagsAsync(happened, run, cancellationToken)
            : [];
        run.Note(SimulationText.Table(pipelines, tags));
        if (SimulationFile.Length > 0) await File.WriteAllTextAsync(Path.Combine(run.Root, SimulationFile), SimulationJson.Of(pipelines, tags), cancellationToken);
    }

    async Task<IReadOnlyList<string>> SimulatedTagsAsync(CiEvent happened, TargetRun run, CancellationToken cancellationToken) =>
        [.. TagPlan.For(new TagContext
        {
            Ref = happened.Ref,
            Commit = CommitId.Parse(await GitAsync(run, cancellationToken, "rev-parse", "HEAD")),
            PipelineId = "1",
            Time = run.Time.GetUtcNow(),
            Environment = happened.Ref.ReleaseVersion is null ? HarvisAi.Staging : HarvisAi.Production,
        }).Select(tag => tag.Tag.ToString())];

    CiEvent Happened() => Event switch
    {
        "push" => new CiEvent.Push { Ref = RefOr("refs/heads/main") },
        "tag" => new CiEvent.TagPush { Ref = RefOr("refs/tags/v1.0.0") },
        "pull_request" => new CiEvent.PullRequest(Into) { Ref = RefOr("refs/pull/1/merge") },
        "schedule" => new CiEvent.Schedule(Cron) { Ref = RefOr("refs/heads/main") },
        "dispatch" => new CiEvent.Manual(new Dictionary<string, string> { [nameof(Environment)] = Environment.Name }) { Ref = RefOr("refs/heads/main") },
        _ => throw new DiagnosticException(new Diagnostic(BuildCodes.UnknownEvent, $"\"{Event}\" is no event.", $"{NearestName.Hint(Event, Events)} Events: {string.Join(", ", Events)}.".Trim())),
    };

    GitRef RefOr(string usual) => GitRef.Parse(Ref.Length > 0 ? Ref : usual);
}
