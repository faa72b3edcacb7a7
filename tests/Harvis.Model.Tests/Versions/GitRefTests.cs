using System.ComponentModel;
using System.Diagnostics;
using CsCheck;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Versions;

public sealed class GitRefTests
{
    static readonly Gen<string> Names = Gen.OneOf(
        Gen.String[Any.Of("a/.@{~^:?*[\\ -\t\x7fäl".ToCharArray()), 0, 5],
        Any.Of("a", "a.lock", "a.lock/b", ".a", "a.", "a..b", "a@{b", "@", "@{", "{", "-", "-a", "HEAD", "a/", "/a", "a//b", ".lock", "lock", "a.lockb", "a/.b", "ä", "😀", "a\u0085", "a\u2028b", "\u0001", "refs/heads/x", "."),
        Gen.String[Any.Of("ab/.-".ToCharArray()), 1, 8]);

    [Fact]
    public void Parse_AnyName_IsTakenWhereGitTakesIt()
    {
        var git = Git();
        Assert.SkipWhen(git is null, "git isn't here: apt-get install git.");
        Gen.Select(Any.Of("refs/heads/", "refs/tags/", "refs/", "refs/pull/7/"), Names, (kind, name) => kind + name)
            .Sample(name => Parsing.Takes<GitRef>(name).ShouldBe(IsTakenByGit(git!, name), name), iter: 400, threads: 1);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("heads/main")]
    [InlineData("HEAD")]
    [InlineData("Refs/heads/main")]
    [InlineData("")]
    public void Parse_NameThatIsNotFull_IsRefused(string text) => Parsing.Takes<GitRef>(text).ShouldBeFalse();

    [Theory]
    [InlineData("refs/heads/main", "main", null)]
    [InlineData("refs/heads/feature/a-b", "feature/a-b", null)]
    [InlineData("refs/tags/v1.2.3", null, "v1.2.3")]
    [InlineData("refs/pull/7/merge", null, null)]
    public void Parse_Ref_KnowsItsKind(string text, string? branch, string? tag)
    {
        var gitRef = GitRef.Parse(text);

        (gitRef.Branch, gitRef.Tag, gitRef.FullName).ShouldBe((branch, tag, text));
    }

    [Theory]
    [InlineData("refs/tags/v1.2.3", "1.2.3")]
    [InlineData("refs/tags/v1.2.3-rc.1+7", "1.2.3-rc.1+7")]
    [InlineData("refs/tags/1.2.3", null)]
    [InlineData("refs/tags/v1.2", null)]
    [InlineData("refs/tags/vault", null)]
    [InlineData("refs/heads/v1.2.3", null)]
    public void ReleaseVersion_OnlyOfTagsThatNameOne(string text, string? version) =>
        GitRef.Parse(text).ReleaseVersion?.ToString().ShouldBe(version);

    [Fact]
    public void OfBranchAndOfTag_AnyName_GiveItBack() => Names.Sample(name =>
    {
        if (!GitRef.TryParse($"refs/heads/{name}", null, out _)) Should.Throw<FormatException>(() => GitRef.OfBranch(name));
        else (GitRef.OfBranch(name).Branch, GitRef.OfTag(name).Tag).ShouldBe((name, name));
    });

    static string? Git()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true })!;
            git.WaitForExit();
            return git.ExitCode == 0 ? "git" : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    static bool IsTakenByGit(string git, string name)
    {
        using var check = Process.Start(new ProcessStartInfo(git, ["check-ref-format", name]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        check.WaitForExit();
        return check.ExitCode == 0;
    }
}
