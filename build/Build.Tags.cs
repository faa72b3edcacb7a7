using System.Globalization;
using Harvis.Model.Tags;
using Harvis.Model.Versions;

namespace Harvis.Build;

sealed partial class Build
{
    [Parameter("The pipeline's id, unique among builds", Variable = "CI_PIPELINE_ID")]
    readonly string PipelineId = "";

    /// <summary>The tags of this build's images; a clone without a commit, or on no branch, has none.</summary>
    async Task<IReadOnlyList<PlannedTag>> TagsAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var now = run.Time.GetUtcNow();
        return TagPlan.For(new TagContext
        {
            Ref = await RefAsync(run, cancellationToken),
            Commit = CommitId.Parse(await GitAsync(run, cancellationToken, "rev-parse", "HEAD")),
            PipelineId = PipelineId.Length > 0 ? PipelineId : "local-" + now.ToString(TagPlan.TimestampFormat, CultureInfo.InvariantCulture),
            Time = now,
            Environment = Environment,
        });
    }

    static async Task<GitRef> RefAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var name = await GitAsync(run, cancellationToken, "rev-parse", "--symbolic-full-name", "HEAD");
        return GitRef.TryParse(name, null, out var gitRef) ? gitRef : GitRef.OfBranch("detached");
    }

    static async Task<string> GitAsync(TargetRun run, CancellationToken cancellationToken, params string[] arguments) =>
        (await run.Processes.RunAsync(new ProcessCommand("git", arguments) { Quiet = true, Timeout = TimeSpan.FromMinutes(1) }, cancellationToken)).EnsureSuccess().Output.Trim();
}
