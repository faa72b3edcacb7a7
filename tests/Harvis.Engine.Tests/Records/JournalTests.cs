using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Engine.Records;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Records;

public sealed class JournalTests
{
    static readonly NodeResult Result = new() { Node = new PlannedNode { Index = 0, Node = new TargetNode { Name = "A", Target = "A" }, Needs = [], Follows = [] }, Outcome = NodeOutcome.Succeeded };

    [Fact]
    public void Read_WholeJournal_SaysWhatWasAskedAndDone()
    {
        using var repository = new Repository();
        using (var journal = new RunJournal(repository.Root))
        {
            journal.Started("run-1", ["All", "Ünïcode \"x\""], DateTimeOffset.UnixEpoch, round: 2);
            journal.NodeStarted("A", 1);
            journal.NodeStarted("A", 2);
            journal.NodeEnded(new JournalEntry("A", NodeOutcome.Succeeded, "k1", [("result", "{\n  \"x\": 1\n}"u8.ToArray())]) { Round = 2 }, Result with { Reason = "two\nlines" });
            journal.NodeEnded(new JournalEntry("B", NodeOutcome.Unchanged, "k2", []) { Round = 1 }, Result);
            journal.NodeEnded(new JournalEntry("C", NodeOutcome.Failed, "k3", []), Result);
            journal.NodeEnded(new JournalEntry("D", NodeOutcome.Skipped, "", []), Result);
            journal.Ended(RunOutcome.Failed);
        }

        var run = PreviousRun.Read(repository.Root)!;
        (run.RunId, run.Round, run.Succeeded).ShouldBe(("run-1", 2, false));
        run.Targets.ShouldBe(["All", "Ünïcode \"x\""]);
        run.Done.Keys.ShouldBe(["A", "B"], ignoreOrder: true);
        run.Done["A"].ShouldSatisfyAllConditions(
            done => (done.Key, done.Round).ShouldBe(("k1", 2)),
            done => System.Text.Encoding.UTF8.GetString(done.Results.Single().Json).ShouldBe("{\"x\":1}"));
    }

    [Fact]
    public void Read_NodeThatStartedAgain_IsNotDone()
    {
        using var repository = new Repository();
        using (var journal = new RunJournal(repository.Root))
        {
            journal.Started("run-1", ["A"], DateTimeOffset.UnixEpoch);
            journal.NodeEnded(new JournalEntry("A", NodeOutcome.Succeeded, "k", []), Result);
            journal.NodeStarted("A", 1);
        }

        PreviousRun.Read(repository.Root)!.Done.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, RunOutcome.Succeeded, true)]
    [InlineData(false, RunOutcome.Failed, false)]
    [InlineData(false, RunOutcome.Cancelled, false)]
    [InlineData(true, RunOutcome.Succeeded, null)]
    public void Read_End_SaysWhetherThereIsSomethingToContinue(bool dryRun, RunOutcome outcome, bool? succeeded)
    {
        using var repository = new Repository();
        using (var journal = new RunJournal(repository.Root))
        {
            journal.Started("run-1", ["A"], DateTimeOffset.UnixEpoch, dryRun: dryRun);
            journal.Ended(outcome);
        }

        PreviousRun.Read(repository.Root)?.Succeeded.ShouldBe(succeeded!.Value);
        (PreviousRun.Read(repository.Root) is null).ShouldBe(succeeded is null);
    }

    // A kill leaves any beginning of a journal, a power cut zeros too: what is read is what whole lines before that say.
    [Fact]
    public void Read_CutAnywhere_SaysNothingThatIsNotInItsWholeLines()
    {
        using var repository = new Repository();
        Write(repository.PathOf("whole"), 6);
        var whole = File.ReadAllBytes(repository.PathOf("whole/journal.jsonl"));
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, 40]).Sample(
            (length, zeros) =>
            {
                var folder = repository.PathOf(Guid.NewGuid().ToString("N"));
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, RunJournal.FileName), [.. whole[..length], .. new byte[zeros], .. "\n"u8.ToArray()]);
                var lines = System.Text.Encoding.UTF8.GetString(whole[..length]).Split('\n')[..^1].ToList();
                var run = PreviousRun.Read(folder);
                var isWholeToo = zeros == 0 && length < whole.Length && whole[length] == '\n';
                if (isWholeToo) lines.Add("one more line that lost its end only");
                (run is null).ShouldBe(lines.Count == 0);
                run?.Done.Count.ShouldBe(Enumerable.Range(0, 6).Count(i => lines.Count > 2 + (i * 2)));
            },
            iter: 300);
    }

    // What a run takes over from the one before it is there as a whole, or the one before it counts.
    [Fact]
    public void Last_KilledWhileItTookOver_IsTheRunBeforeIt()
    {
        using var repository = new Repository();
        var folders = new RunFolders(repository.PathOf("runs"));
        Write(folders.Of("1"), 6);
        using (var journal = new RunJournal(folders.Of("2")))
        {
            journal.Started("2", ["All"], DateTimeOffset.UnixEpoch, round: 1, carried: 6);
            foreach (var entry in PreviousRun.Read(folders.Of("1"))!.Done.Values) journal.NodeEnded(entry with { Outcome = NodeOutcome.Resumed }, Result);
        }

        var path = Path.Combine(folders.Of("2"), RunJournal.FileName);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var last = folders.Last()!;
            last.Done.Count.ShouldBe(6, $"cut at {length}");
            last.RunId.ShouldBe(length == whole.Length ? "2" : "1");
        }
    }

    [Fact]
    public void Folders_MoreThanAreKept_LoseTheOldest()
    {
        using var repository = new Repository();
        var folders = new RunFolders(repository.PathOf("runs"));
        var ids = Enumerable.Range(0, RunFolders.Kept + 5).Select(i => RunFolders.NewId(DateTimeOffset.UnixEpoch.AddMilliseconds(i * 7))).ToList();
        ids.SequenceEqual(ids.Order(StringComparer.Ordinal)).ShouldBeTrue("names sort by time");
        ids.ShouldBeUnique();
        foreach (var id in ids) Write(folders.Of(id), 1);
        folders.Prune();
        Directory.GetDirectories(repository.PathOf("runs")).Select(Path.GetFileName).ShouldBe(ids[5..], ignoreOrder: true);
        folders.Last()!.RunId.ShouldBe("run");
    }

    static void Write(string folder, int nodes)
    {
        using var journal = new RunJournal(folder);
        journal.Started("1" == Path.GetFileName(folder) ? "1" : "run", ["All"], DateTimeOffset.UnixEpoch);
        for (var i = 0; i < nodes; i++)
        {
            journal.NodeStarted($"N{i}", 1);
            journal.NodeEnded(new JournalEntry($"N{i}", NodeOutcome.Succeeded, $"k{i}", []), Result);
        }
    }
}
