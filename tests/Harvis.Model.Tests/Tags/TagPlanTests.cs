using CsCheck;
using Harvis.Model.Environments;
using Harvis.Model.Tags;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Tags;

public sealed class TagPlanTests
{
    static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

    [Fact]
    public void For_MainBranch_GivesCommitTimeAndMovingTag() =>
        Tags("refs/heads/main").ShouldBe(["build-42", "staging-aaaaaaaa", "staging-20260102T020405Z-aaaaaaaa", "staging-latest"]);

    [Fact]
    public void For_AnotherBranch_MovesNothing() => Plan("refs/heads/develop").ShouldAllBe(tag => !tag.Moves);

    [Fact]
    public void For_PullRequest_PublishesNothing() => Tags("refs/pull/7/merge").ShouldBeEmpty();

    [Theory]
    [InlineData("v1.2.3", "", "build-42,v1.2.3,latest")]
    [InlineData("v1.2.3", "1.2.4", "build-42,v1.2.3")]
    [InlineData("v1.2.3-rc.1", "", "build-42,v1.2.3-rc.1")]
    [InlineData("v1.2.3+7", "", "build-42,v1.2.3_7,latest")]
    [InlineData("nightly", "", "build-42")]
    public void For_Tag_GivesReleaseTags(string tag, string released, string expected)
    {
        var context = Context($"refs/tags/{tag}") with { ReleasedVersions = released.Length == 0 ? [] : [SemanticVersion.Parse(released)] };

        string.Join(',', TagPlan.For(context).Select(planned => planned.Tag)).ShouldBe(expected);
    }

    [Fact]
    public void For_TimestampTags_SortAsTextAsTheySortInTime() => Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Long[0, 4_000_000_000]).Sample((a, b) =>
    {
        string Tag(long seconds) => Plan("refs/heads/main", DateTimeOffset.FromUnixTimeSeconds(seconds))[2].Tag.ToString();
        Math.Sign(string.CompareOrdinal(Tag(a), Tag(b))).ShouldBe(a.CompareTo(b));
    });

    static IEnumerable<string> Tags(string gitRef) => Plan(gitRef).Select(planned => planned.Tag.ToString());

    static IReadOnlyList<PlannedTag> Plan(string gitRef, DateTimeOffset? time = null) => TagPlan.For(Context(gitRef) with { Time = time ?? Time });

    static TagContext Context(string gitRef) => new()
    {
        Ref = GitRef.Parse(gitRef),
        Commit = CommitId.Parse(new string('a', 40)),
        PipelineId = "42",
        Time = Time,
        Environment = new DeliveryEnvironment("staging"),
    };
}
