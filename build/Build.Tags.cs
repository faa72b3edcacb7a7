using System.Globalization;
using Harvis.Model.Tags;
using Harvis.Model.Versions;

namespace Harvis.Build;

sealed partial class Build
{
    [Parameter("The pipeline's id, unique among builds", Variable = "CI_PIPELINE_ID")]
    readonly string PipelineId = "";

    [Parameter("The ref that is built, in full, where the checkout doesn't say it")]
    readonly string Ref = "";

    /// <summary>The tags of this build's images; a clone without a commit, or on no branch, has none.</summary>
    async Task<IReadOnlyList<PlannedTag>> TagsAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var now = PipelineTime(run);
        return TagPlan.For(new TagContext
        {
            Ref = await RefAsync(run, cancellationToken),
            Commit = CommitId.Parse(await GitAsync(run, cancellationToken, "rev-parse", "HEAD")),
            PipelineId = PipelineId.Length > 0 ? PipelineId : "local-" + now.ToString(TagPlan.TimestampFormat, CultureInfo.InvariantCulture),
            Time = now,
            Environment = Environment,
        });
    }

    // Every image of one pipeline gets the same time, though each is tagged by a job of its own.
    static DateTimeOffset PipelineTime(TargetRun run) =>
        DateTimeOffset.TryParse(run.Environment.Variable("CI_PIPELINE_CREATED_AT"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created
            : run.Time.GetUtcNow();

    // A CI job has a commit checked out and no branch: what was built for is told apart from it.
    async Task<GitRef> RefAsync(TargetRun run, CancellationToken cancellationToken)
    {
        if (Ref.Length > 0) return GitRef.Parse(Ref);
        if (run.Environment.Variable("GITHUB_REF") is { Length: > 0 } pushed) return GitRef.Parse(pushed);
        var name = await GitAsync(run, cancellationToken, "rev-parse", "--symbolic-full-name", "HEAD");
        return GitRef.TryParse(name, null, out var gitRef) ? gitRef : GitRef.OfBranch("detached");
    }

    static async Task<string> GitAsync(TargetRun run, CancellationToken cancellationToken, params string[] arguments) =>
        (await run.Processes.RunAsync(new ProcessCommand("git", arguments) { Quiet = true, Timeout = TimeSpan.FromMinutes(1) }, cancellationToken)).EnsureSuccess().Output.Trim();
}
