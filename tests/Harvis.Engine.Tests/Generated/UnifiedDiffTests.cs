using System.Diagnostics;
using CsCheck;
using Harvis.Engine.Generated.Diffs;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Generated;

public sealed class UnifiedDiffTests
{
    static readonly Gen<string[]> Texts = Gen.Int[0, 4].Select(i => "abc{"[..Math.Min(i, 1)] + (i > 1 ? "xyz"[(i - 2)..] : "")).Array[0, 25];

    [Fact]
    public void Edits_AnyTexts_MakeTheOneIntoTheOther() => Gen.Select(Texts, Texts).Sample((old, now) =>
    {
        var edits = LineEdits.Between(old, now);
        return edits.Where(edit => edit.Mark != '+').Select(edit => edit.Line).SequenceEqual(old)
            && edits.Where(edit => edit.Mark != '-').Select(edit => edit.Line).SequenceEqual(now);
    });

    [Fact]
    public void Edits_AnyTexts_AreTheFewest() => Gen.Select(Texts, Texts).Sample((old, now) =>
        LineEdits.Between(old, now).Count(edit => edit.Mark != ' ') == old.Length + now.Length - (2 * LongestCommon(old, now)));

    [Fact]
    public void Between_TextsWithNothingInCommon_IsBounded()
    {
        var old = Enumerable.Range(0, 5000).Select(i => $"o{i}").ToArray();
        var now = Enumerable.Range(0, 5000).Select(i => $"n{i}").ToArray();

        LineEdits.Between(old, now).Count.ShouldBe(10_000);
    }

    [Fact]
    public void Between_OneWithoutLastLineEnd_SaysSo() =>
        UnifiedDiff.Between("a", "x\ny", "b", "x\ny\n").Lines.ShouldBe(["--- a", "+++ b", "@@ -1,2 +1,2 @@", " x", "-y", "\\ No newline at end of file", "+y"]);

    [Fact]
    public void Between_FromNothing_NamesNoOldLines() =>
        UnifiedDiff.Between(UnifiedDiff.Nothing, "", "b/x", "1\n2\n").Lines.ShouldBe(["--- /dev/null", "+++ b/x", "@@ -0,0 +1,2 @@", "+1", "+2"]);

    [Fact]
    public async Task Between_AnyTexts_IsWhatGitApplies()
    {
        if (!Path.Exists("/usr/bin/git")) Assert.Skip("There is no /usr/bin/git; install git.");
        var folder = Directory.CreateTempSubdirectory("harvis-diff-").FullName;
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            var (old, now) = (Text(random), Text(random));
            if (old == now) continue;
            await File.WriteAllTextAsync(Path.Combine(folder, "x"), old, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "d"), string.Join('\n', UnifiedDiff.Between("a/x", old, "b/x", now).Lines) + "\n", TestContext.Current.CancellationToken);
            using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--unsafe-paths", "d"]) { WorkingDirectory = folder })!;
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            git.ExitCode.ShouldBe(0);
            (await File.ReadAllTextAsync(Path.Combine(folder, "x"), TestContext.Current.CancellationToken)).ShouldBe(now);
        }

        Directory.Delete(folder, recursive: true);
    }

    static string Text(Random random) => "first\n" + string.Concat(Enumerable.Range(0, 30).Select(_ => $"{(char)('a' + random.Next(4))}{(random.Next(9) == 0 ? "x" : "")}\n"));

    static int LongestCommon(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        }

        return lengths[a.Length, b.Length];
    }
}
