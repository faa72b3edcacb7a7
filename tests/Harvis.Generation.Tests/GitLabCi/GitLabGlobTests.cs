using CsCheck;
using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Generation.Tests.GitLabCi.Evaluation;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

public sealed class GitLabGlobTests
{
    [Theory]
    [InlineData("src/**", "src/**/*")]
    [InlineData("**", "**/*")]
    [InlineData("*.md", "*.md")]
    [InlineData("src/**/x.cs", "src/*/**/x.cs")]
    public void Of_CommonPattern_IsOneGlob(string pattern, string glob) => GitLabGlob.Of(NamePattern.Parse(pattern)).ShouldBe([glob]);

    [Fact]
    public void Of_AnyPattern_MatchesTheSamePaths()
    {
        var part = RandomEvents.OneOf("a", "b", "*", "**", "a*", "**b", "a**b", ".");
        var patterns = part.List[1, 3].Select(parts => string.Join('/', parts)).Where(text => NamePattern.TryParse(text, null, out _)).Select(text => NamePattern.Parse(text));
        var paths = RandomEvents.OneOf("a", "b", "ab", ".", "axb").List[1, 4].Select(parts => string.Join('/', parts));
        Gen.Select(patterns, paths).Sample((pattern, path) =>
            GitLabGlob.Of(pattern).Any(glob => RubyGlob.Matches(glob, path)).ShouldBe(pattern.Matches(path), $"{pattern} ({string.Join(", ", GitLabGlob.Of(pattern))}) and {path}"), iter: 1500);
    }
}
