using CsCheck;
using Harvis.Generation.GitHubActions;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

public sealed class NameConditionTests
{
    [Theory]
    [InlineData("main", "develop", "github.ref_name == 'main'", 0)]
    [InlineData("release/*", "main", "startsWith(github.ref_name, 'release/')", 0)]
    [InlineData("release/**", "main", "startsWith(github.ref_name, 'release/')", 0)]
    [InlineData("v*", "nightly-*", "startsWith(github.ref_name, 'v') && !contains(github.ref_name, '/')", 0)]
    [InlineData("*-rc", "*-beta", "endsWith(github.ref_name, '-rc') && !contains(github.ref_name, '/')", 0)]
    [InlineData("v**-rc", "main", "startsWith(github.ref_name, 'v') && endsWith(github.ref_name, '-rc')", 0)]
    [InlineData("main", "**", "github.ref_name == 'main'", 2003)]
    [InlineData("release/*", "**", "startsWith(github.ref_name, 'release/')", 2002)]
    [InlineData("release/*", "release/a/b", "startsWith(github.ref_name, 'release/')", 2002)]
    [InlineData("main", "MAIN", "github.ref_name == 'main'", 2002)]
    [InlineData("ab**ba", "aba", "startsWith(github.ref_name, 'ab') && endsWith(github.ref_name, 'ba')", 2002)]
    [InlineData("**", "main", "true", 0)]
    public void Of_PatternBesideAnother_IsToldOrRefused(string mine, string other, string expected, int code)
    {
        var findings = new Findings();
        var condition = new NameConditions("Job", "github.ref_name", findings).Of([[NamePattern.Parse(mine)]], [[NamePattern.Parse(other)]]);

        condition.ToString().ShouldBe(expected);
        findings.All.Select(finding => finding.Code.Number).ShouldBe(code == 0 ? [] : [code]);
    }

    // Nothing found means exactly right, for every name for which the workflow starts; only case ignored means right but for case.
    [Fact]
    public void Of_RandomPatterns_IsRightUnlessItSaysSo()
    {
        var patterns = Gen.OneOf("a", "b", "A", "/", "*", "**", "v").Array[1, 4].Select(string.Concat).Where(text => NamePattern.TryParse(text, null, out _)).Select(text => NamePattern.Parse(text)).Array[1, 2];
        var names = Gen.OneOf("a", "b", "A", "/", "v").Array[1, 5].Select(string.Concat).Array[20];
        Gen.Select(patterns, patterns, names).Sample((mine, others, tried) =>
        {
            var findings = new Findings();
            var condition = new NameConditions("Job", "github.ref_name", findings).Of([mine], [others]);
            if (findings.All.Any(finding => finding.Code == GitHubCodes.NamesDiffer)) return;
            var ignoresCase = findings.All.Any(finding => finding.Code == GitHubCodes.CaseIgnored);
            foreach (var name in tried.Concat(mine.Concat(others).Where(pattern => pattern.IsExact).Select(pattern => pattern.Text)))
            {
                if (!mine.Concat(others).Any(pattern => pattern.Matches(name)) || (ignoresCase && !mine.Any(pattern => pattern.Matches(name)))) continue;
                new ExpressionEvaluator(_ => name, _ => true).Holds(condition).ShouldBe(mine.Any(pattern => pattern.Matches(name)), $"{name}: {condition}");
            }
        }, iter: 3000);
    }
}
