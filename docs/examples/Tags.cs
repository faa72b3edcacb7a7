using Harvis.Model.Tags;
using Harvis.Model.Versions;

namespace Harvis.Examples;

static class Tags
{
    // <plan>
    static IReadOnlyList<PlannedTag> OfThisBuild(string gitRef, string commit, string pipelineId, DateTimeOffset started) => TagPlan.For(new TagContext
    {
        Ref = GitRef.Parse(gitRef),
        Commit = CommitId.Parse(commit),
        PipelineId = pipelineId,
        Time = started,
        Environment = new DeliveryEnvironment("staging"),
        ReleasedVersions = [SemanticVersion.Parse("1.2.2")],
    });
    // </plan>
}
