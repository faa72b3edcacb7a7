using CsCheck;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Tags;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Tags;

/// <summary>What holds for the tags of every build.</summary>
public sealed class TagPlanProperties
{
    static readonly Gen<GitRef> Refs = Any.Of(
            "refs/heads/main", "refs/heads/develop", "refs/heads/release/1.x", "refs/heads/v1.2.3", "refs/tags/v1.2.3", "refs/tags/v0.0.1-rc.1", "refs/tags/v10.0.0+build.7",
            "refs/tags/nightly", "refs/tags/main", "refs/pull/7/merge", "refs/pull/7/head", "refs/merge-requests/8/head", "refs/notes/x")
        .Select(text => GitRef.Parse(text));

    static readonly Gen<DateTimeOffset> Times = Gen.Select(Gen.Long[-62_135_500_000, 253_402_200_000], Gen.Int[-13, 13])
        .Select((seconds, hours) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromHours(Math.Clamp(hours, -12, 12))));

    static readonly Gen<SemanticVersion> Versions = Any.Of("0.0.1", "1.2.2", "1.2.3", "1.2.4", "2.0.0-rc.1", "10.0.0", "10.0.1").Select(text => SemanticVersion.Parse(text));

    static readonly Gen<TagContext> Contexts = Gen.Select(
        Refs,
        Any.Text("0123456789abcdef", 40, 40),
        Gen.Select(Any.Text("a9_", 1, 1), Any.Text("a9_.-", 0, 121), (first, rest) => first + rest),
        Times,
        Gen.Select(Any.Of("dev", "staging", "prod", new string('e', 63)), Any.Of("main", "trunk")),
        Versions.Array[0, 4],
        (gitRef, commit, id, time, where, released) => new TagContext
        {
            Ref = gitRef,
            Commit = CommitId.Parse(commit),
            PipelineId = id,
            Time = time,
            Environment = new DeliveryEnvironment(where.Item1),
            MainBranch = where.Item2,
            ReleasedVersions = released,
        });

    [Fact]
    public void For_AnyBuild_GivesDistinctValidTagsTheMovingOnesLast() => Contexts.Sample(context =>
    {
        var plan = TagPlan.For(context);

        foreach (var planned in plan) ImageTag.Parse(planned.Tag.ToString()).ShouldBe(planned.Tag);
        plan.Select(planned => planned.Tag).Distinct().Count().ShouldBe(plan.Count);
        plan.SkipWhile(planned => !planned.Moves).ShouldAllBe(planned => planned.Moves);
    });

    [Fact]
    public void For_TheSameBuild_GivesTheSameTags() => Contexts.Sample(context =>
        TagPlan.For(context with { Time = context.Time.ToOffset(TimeSpan.FromHours(5)), ReleasedVersions = [.. context.ReleasedVersions.Reverse()] }).ShouldBe(TagPlan.For(context)));

    [Fact]
    public void For_WhatIsNeitherBranchNorTag_PublishesNothing() => Contexts.Sample(context =>
        TagPlan.For(context).Any().ShouldBe(context.Ref.Branch is not null || context.Ref.Tag is not null));

    [Fact]
    public void For_AnyBuild_MovesOnlyFromTheMainBranchAndTheNewestRelease() => Contexts.Sample(context =>
    {
        var newest = context.Ref.ReleaseVersion is { IsRelease: true } version && context.ReleasedVersions.Where(released => released.IsRelease).All(released => released <= version);
        string[] expected = context.Ref.Branch == context.MainBranch ? [$"{context.Environment}-latest"] : newest ? ["latest"] : [];

        TagPlan.For(context).Where(planned => planned.Moves).Select(planned => planned.Tag.ToString()).ShouldBe(expected);
    });

    [Fact]
    public void For_TwoTimes_TheTagsSortAsTextAsTheySortInTime() => Gen.Select(Contexts, Times, Times).Sample((context, a, b) =>
    {
        string Tag(DateTimeOffset time) => TagPlan.For(context with { Ref = GitRef.OfBranch("main"), Time = time })[2].Tag.ToString();
        Math.Sign(string.CompareOrdinal(Tag(a), Tag(b))).ShouldBe(a.ToUnixTimeSeconds().CompareTo(b.ToUnixTimeSeconds()));
    });

    [Fact]
    public void For_TwoPipelines_ShareNoFixedTagThatNamesThem() => Gen.Select(Contexts, Any.Text("a9", 1, 9)).Sample((context, id) =>
    {
        if (context.PipelineId == id || TagPlan.For(context) is not [var first, ..]) return;
        TagPlan.For(context with { PipelineId = id })[0].ShouldNotBe(first);
    });
}
