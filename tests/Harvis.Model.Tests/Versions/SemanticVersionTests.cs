using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Versions;

public sealed partial class SemanticVersionTests
{
    static readonly Gen<SemanticVersion> Versions = Gen.Select(
        Any.Of("0.0.0", "1.0.0", "1.0.1", "1.2.0", "2.0.0", "10.0.0", "99999999999999999999999.0.0"),
        Any.Of("", "-0", "-1", "-11", "-a", "-a.1", "-a.b", "-a-b", "-A", "-rc.1", "-rc.2", "-rc.10", "-99999999999999999999999"),
        Any.Of("", "+7", "+exp.sha-5114f85"),
        (core, preRelease, build) => SemanticVersion.Parse(core + preRelease + build));

    // The examples of section 11 of the specification, lowest first.
    [Fact]
    public void Order_OfTheSpecificationsExamples_IsTheSpecifications()
    {
        string[] ordered = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1", "10.0.0"];
        var versions = ordered.Select(text => SemanticVersion.Parse(text)).ToList();

        for (var i = 0; i < versions.Count; i++)
        {
            for (var j = 0; j < versions.Count; j++)
            {
                Math.Sign(versions[i].CompareTo(versions[j])).ShouldBe(i.CompareTo(j), $"{ordered[i]} and {ordered[j]}");
                (versions[i] < versions[j], versions[i] <= versions[j], versions[i] > versions[j], versions[i] >= versions[j]).ShouldBe((i < j, i <= j, i > j, i >= j));
            }
        }
    }

    [Theory]
    [InlineData("1.0.0-1", "1.0.0-a")] // numbers come before words
    [InlineData("1.0.0-2", "1.0.0-10")] // numbers compare as numbers
    [InlineData("1.0.0-B", "1.0.0-a")] // words compare by ASCII
    [InlineData("1.0.0--", "1.0.0-A")]
    [InlineData("1.0.0-a", "1.0.0-a.0")] // more identifiers are higher
    [InlineData("1.0.0-99999999999999999998", "1.0.0-99999999999999999999")] // of any size
    [InlineData("1.9.0", "1.10.0")]
    public void CompareTo_TwoVersions_FollowsSection11(string lower, string higher)
    {
        SemanticVersion.Parse(lower).CompareTo(SemanticVersion.Parse(higher)).ShouldBeNegative();
        SemanticVersion.Parse(higher).CompareTo(SemanticVersion.Parse(lower)).ShouldBePositive();
    }

    [Fact]
    public void CompareTo_BuildMetadata_DoesNotCount()
    {
        SemanticVersion.Parse("1.0.0+1").CompareTo(SemanticVersion.Parse("1.0.0+2")).ShouldBe(0);
        SemanticVersion.Parse("1.0.0+1").ShouldNotBe(SemanticVersion.Parse("1.0.0+2"), "They are two texts.");
    }

    [Fact]
    public void CompareTo_AnyThree_IsAnOrder() => Gen.Select(Versions, Versions, Versions).Sample((a, b, c) =>
    {
        a.CompareTo(a).ShouldBe(0);
        Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)));
        if (a <= b && b <= c) a.CompareTo(c).ShouldBeLessThanOrEqualTo(0);
        a.CompareTo(null).ShouldBePositive();
        if (!a.IsRelease) a.ShouldBeLessThan(SemanticVersion.Parse($"{a.Major}.{a.Minor}.{a.Patch}"));
    });

    [Fact]
    public void Parse_AnyText_IsTakenWhereTheSpecificationsExpressionMatches() =>
        Gen.OneOf(
            Gen.Select(Versions, Any.Text("01a.-+v", 0, 3), (version, more) => version + more),
            Gen.Select(Any.Of("1.2", "v1.2.3", "01.2.3", "1.02.3", "1.2.3-", "1.2.3-01", "1.2.3-0a", "1.2.3+", "1.2.3+01", "1.2.3-a..b", "1.2.3-a+b+c", "1.2.3.4", "-1.2.3", "1.2.3 ", " 1.2.3", "1.2.3-ä", "1.2.3-rc+b-1.0"), Any.Text("1.-+", 0, 2), (text, more) => text + more),
            Any.Text("012.-+a", 0, 9),
            Any.Noise)
        .Sample(text => Parsing.Takes<SemanticVersion>(text).ShouldBe(Grammar().IsMatch(text), text), iter: 10000);

    [Fact]
    public void Parse_Version_HasItsParts()
    {
        var version = SemanticVersion.Parse("1.20.300-rc.1+build-7");

        (version.Major, version.Minor, version.Patch, version.PreRelease, version.Build, version.IsRelease).ShouldBe((1, 20, 300, "rc.1", "build-7", false));
        version.ToString().ShouldBe("1.20.300-rc.1+build-7");
    }

    // The expression that https://semver.org/spec/v2.0.0.html suggests.
    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?\z")]
    private static partial Regex Grammar();
}
