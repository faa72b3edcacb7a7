using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Engine.Files;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Files;

public sealed class GlobFilesTests : IDisposable
{
    static readonly string[] Tree = ["a", "b.cs", "src/a", "src/b.cs", "src/x/a", "src/x/b.cs", "src/x/y/c.cs", "docs/a.md", ".hidden", ".git/a", "src/.git/a", ".nuke/temp/a", ".nuke/a"];

    readonly Repository _repository = new();

    public GlobFilesTests()
    {
        foreach (var file in Tree) _repository.Write(file, file);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("nothing", "")]
    [InlineData("src", "src/a src/b.cs src/x/a src/x/b.cs src/x/y/c.cs")]
    [InlineData("src/ a", "a src/a src/b.cs src/x/a src/x/b.cs src/x/y/c.cs")]
    [InlineData("*", ".hidden a b.cs")]
    [InlineData("src/*.cs", "src/b.cs")]
    [InlineData("**/*.cs", "b.cs src/b.cs src/x/b.cs src/x/y/c.cs")]
    [InlineData("src/** !src/x/**", "src/a src/b.cs")]
    [InlineData("**/*.cs !**/b.cs", "src/x/y/c.cs")]
    [InlineData("**", ".hidden .nuke/a a b.cs docs/a.md src/a src/b.cs src/x/a src/x/b.cs src/x/y/c.cs")]
    [InlineData(".nuke/temp/*", ".nuke/temp/a")]
    [InlineData("A", "")]
    public void Find_Globs_GiveFilesSortedAndOnce(string globs, string expected)
    {
        var found = GlobFiles.Find(_repository.Root, globs.Split(' '));
        found.ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // What a glob means, said once more with a regular expression.
    [Fact]
    public void Find_AnyGlobs_MatchAsAPatternOfPaths() =>
        Gen.Select(One("a", "b.cs", "*", "*.cs", "**", "x", "src").Array[1, 4], One("**/a", "src/x/**", "*.md").Array[0, 2]).Sample(
            (parts, excluded) =>
            {
                var glob = string.Join('/', parts);
                if (!glob.Contains('*', StringComparison.Ordinal)) return;
                var expected = Tree.Where(file => Means(glob, file) && !excluded.Any(other => Means(other, file)) && !file.Contains(".git/", StringComparison.Ordinal) && !file.StartsWith(".nuke/temp/", StringComparison.Ordinal));
                string.Join(' ', GlobFiles.Find(_repository.Root, [glob, .. excluded.Select(other => $"!{other}")])).ShouldBe(string.Join(' ', expected.Order(StringComparer.Ordinal)), glob);
            },
            iter: 300);

    public void Dispose() => _repository.Dispose();

    static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    static bool Means(string glob, string file)
    {
        var pattern = Regex.Escape(glob).Replace("\\*\\*/", "(.*/)?", StringComparison.Ordinal).Replace("/\\*\\*", "/.*", StringComparison.Ordinal)
            .Replace("\\*\\*", ".*", StringComparison.Ordinal).Replace("\\*", "[^/]*", StringComparison.Ordinal);
        return Regex.IsMatch(file, $"^{pattern}$");
    }
}
