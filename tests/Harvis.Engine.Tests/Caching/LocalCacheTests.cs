using CsCheck;
using Harvis.Engine.Caching;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Caching;

public sealed class LocalCacheTests
{
    static readonly string Other = new('b', 64);

    [Fact]
    public void Restore_AfterStore_PutsFilesAndResultsBack()
    {
        using var bench = new CacheBench();
        bench.Repository.Write("out/a", "one");
        bench.Repository.Write("out/deep/er/b", "");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bench.Repository.PathOf("out/a"), (UnixFileMode)0b111_101_101);
        bench.Store(CacheBench.Key);
        Directory.Delete(bench.Repository.PathOf("out"), recursive: true);
        bench.NextRun();

        bench.Restore(CacheBench.Key)!.Results.Single().Name.ShouldBe("result");

        bench.Outputs().ShouldBe(new Dictionary<string, string> { ["a"] = "one", ["deep/er/b"] = "" }, ignoreOrder: true);
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(bench.Repository.PathOf("out/a")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        File.GetUnixFileMode(bench.Repository.PathOf("out/deep/er/b")).HasFlag(UnixFileMode.UserExecute).ShouldBeFalse();
    }

    [Fact]
    public void Restore_OtherVersionInPlace_ReplacesItAndRemovesWhatItLeftBesides()
    {
        using var bench = new CacheBench();
        bench.Repository.Write("out/a", "one");
        bench.Store(CacheBench.Key);
        bench.Repository.Write("out/a", "two");
        bench.Repository.Write("out/b", "two");
        bench.Store(Other);

        bench.Restore(CacheBench.Key).ShouldNotBeNull();
        bench.Outputs().ShouldBe(new Dictionary<string, string> { ["a"] = "one" });
        bench.Restore(Other).ShouldNotBeNull();
        bench.Outputs().ShouldBe(new Dictionary<string, string> { ["a"] = "two", ["b"] = "two" }, ignoreOrder: true);
    }

    [Fact]
    public void Restore_NothingStored_IsNothing()
    {
        using var bench = new CacheBench();
        bench.Restore(CacheBench.Key).ShouldBeNull();
        bench.Cache.Find(CacheBench.Key).ShouldBeNull();
    }

    // A kill, a full disk or a power cut may leave any of its files cut short, changed or gone: then the node runs again.
    [Fact]
    public void Restore_AnyFileOfTheCacheDamaged_GivesTheRightFilesOrNothing() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1000], Gen.Int[0, 2]).Sample(
            (which, where, how) =>
            {
                using var bench = new CacheBench();
                bench.Repository.Write("out/a", "content of a");
                bench.Repository.Write("out/b", "content of b");
                bench.Store(CacheBench.Key);
                Damage(bench.CacheFiles()[which], where, how);
                File.Delete(bench.Repository.PathOf("out/a"));
                bench.Repository.Write("out/b", "other content");
                bench.NextRun();

                var entry = bench.Restore(CacheBench.Key);

                if (entry is not null) bench.Outputs().ShouldBe(new Dictionary<string, string> { ["a"] = "content of a", ["b"] = "content of b" }, ignoreOrder: true);
                bench.Repository.Write("out/a", "content of a");
                bench.Repository.Write("out/b", "content of b");
                bench.Store(CacheBench.Key);
                bench.Repository.Write("out/b", "other content");
                bench.NextRun();
                bench.Restore(CacheBench.Key).ShouldNotBeNull("what was stored again is whole");
                bench.Outputs()["b"].ShouldBe("content of b");
            },
            iter: 150);

    [Fact]
    public void Store_OutputChangesMeanwhile_LeavesNoEntry()
    {
        using var bench = new CacheBench();
        var file = bench.Repository.Write("out/a", "one");
        var digests = new Harvis.Engine.Files.FileDigestCache(null, bench.Clock) { Reading = path => { if (path == file) File.WriteAllText(file, Guid.NewGuid().ToString()); } };
        var cache = new LocalCache(bench.Folder, bench.Repository.Root, digests, bench.Clock);
        Should.Throw<IOException>(() => cache.Store(CacheBench.Key, ["out/**"], [], CancellationToken.None));
        bench.Restore(CacheBench.Key).ShouldBeNull();
    }

    [Fact]
    public void Store_FolderThatCannotBeWritten_ThrowsAndLeavesNothingHalf()
    {
        using var bench = new CacheBench();
        bench.Repository.Write("out/a", "one");
        bench.Repository.Write(".nuke/temp/cache/nodes", "a file where a folder belongs");
        Should.Throw<IOException>(() => bench.Store(CacheBench.Key));
        bench.CacheFiles().ShouldNotContain(file => file.EndsWith(".tmp", StringComparison.Ordinal));
        bench.Restore(CacheBench.Key).ShouldBeNull();
    }

    [Fact]
    public void Prune_AfterAStore_RemovesWhatNobodyUsedForTwoWeeks()
    {
        using var bench = new CacheBench();
        bench.Repository.Write("out/a", "one");
        bench.Store(CacheBench.Key);
        bench.Repository.Write("out/a", "two");
        bench.Store(Other);
        bench.Clock.Advance(TimeSpan.FromDays(10));
        bench.Restore(Other).ShouldNotBeNull();
        bench.Clock.Advance(TimeSpan.FromDays(10));
        bench.Cache.Prune();

        bench.Restore(CacheBench.Key).ShouldBeNull();
        File.Delete(bench.Repository.PathOf("out/a"));
        bench.Restore(Other).ShouldNotBeNull("it was used ten days ago, with its content");
        bench.CacheFiles().Length.ShouldBe(2);
    }

    [Fact]
    public void Find_Entry_ChangesNothing()
    {
        using var bench = new CacheBench();
        bench.Repository.Write("out/a", "one");
        bench.Store(CacheBench.Key);
        bench.Repository.Write("out/a", "two");
        bench.Cache.Find(CacheBench.Key).ShouldNotBeNull();
        bench.Outputs()["a"].ShouldBe("two");
    }

    static void Damage(string file, int where, int how)
    {
        var bytes = File.ReadAllBytes(file);
        where %= bytes.Length;
        if (how == 0) File.Delete(file);
        else if (how == 1) File.WriteAllBytes(file, bytes[..where]);
        else
        {
            bytes[where] ^= 0x20;
            File.WriteAllBytes(file, bytes);
        }
    }
}
