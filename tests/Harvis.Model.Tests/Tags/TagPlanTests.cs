using Harvis.Model.Environments;
using Harvis.Model.Tags;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Tags;

public sealed class TagPlanTests
{
    static readonly TagContext Main = new()
    {
        Ref = GitRef.Parse("refs/heads/main"),
        Commit = CommitId.Parse(new string('a', 40)),
        PipelineId = "42",
        Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Environment = new DeliveryEnvironment("staging"),
    };

    [Theory]
    [InlineData("refs/heads/main", "build-42,staging-aaaaaaaa,staging-20260102T020405Z-aaaaaaaa,staging-latest")]
    [InlineData("refs/heads/develop", "build-42,staging-aaaaaaaa,staging-20260102T020405Z-aaaaaaaa")]
    [InlineData("refs/heads/feature/a-b", "build-42,staging-aaaaaaaa,staging-20260102T020405Z-aaaaaaaa")]
    [InlineData("refs/pull/7/merge", "")]
    [InlineData("refs/merge-requests/7/head", "")]
    [InlineData("refs/tags/v1.2.3", "build-42,v1.2.3,latest")]
    [InlineData("refs/tags/v1.2.3-rc.1", "build-42,v1.2.3-rc.1")]
    [InlineData("refs/tags/v1.2.3+7", "build-42,v1.2.3_7,latest")]
    [InlineData("refs/tags/nightly", "build-42")]
    [InlineData("refs/tags/main", "build-42")]
    public void For_Ref_GivesItsTags(string gitRef, string tags) => Tags(Main with { Ref = GitRef.Parse(gitRef) }).ShouldBe(tags);

    [Theory]
    [InlineData("1.2.3", "1.2.2,1.0.0", true)]
    [InlineData("1.2.3", "1.2.3", true)] // built again
    [InlineData("1.2.3", "1.2.4", false)] // an old line gets a patch
    [InlineData("1.10.0", "1.9.0", true)]
    [InlineData("1.2.3", "2.0.0-rc.1", true)] // a pre-release is no release to stay behind of
    [InlineData("1.2.3-rc.1", "1.0.0", false)]
    public void For_Release_MovesLatestOnlyPastEveryRelease(string version, string released, bool moves)
    {
        var context = Main with { Ref = GitRef.OfTag($"v{version}"), ReleasedVersions = [.. released.Split(',').Select(text => SemanticVersion.Parse(text))] };

        TagPlan.For(context).Any(tag => tag.Moves && tag.Tag.ToString() == "latest").ShouldBe(moves);
    }

    [Fact]
    public void For_AnotherMainBranch_MovesItsTag()
    {
        var trunk = Main with { MainBranch = "trunk" };

        Tags(trunk).ShouldNotContain("latest");
        Tags(trunk with { Ref = GitRef.OfBranch("trunk") }).ShouldEndWith("staging-latest");
    }

    [Theory]
    [InlineData("", "The pipeline's id is empty: all builds would share one tag. Set it to what the CI system calls this run.")]
    [InlineData("4/2", "\"build-4/2\" isn't an image tag: 1 to 128 letters, digits, '_', '.' and '-', not starting with '.' or '-'.")]
    public void For_PipelineIdThatNoTagCanHold_IsRefused(string id, string refusal) =>
        Should.Throw<FormatException>(() => TagPlan.For(Main with { PipelineId = id })).Message.ShouldBe(refusal);

    static string Tags(TagContext context) => string.Join(',', TagPlan.For(context).Select(planned => planned.Tag));
}
