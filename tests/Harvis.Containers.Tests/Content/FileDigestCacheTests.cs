using Harvis.Containers.Content;
using Harvis.Engine.Files;
using Harvis.Model.Images;
using Microsoft.Extensions.Time.Testing;

namespace Harvis.Containers.Tests.Content;

public sealed class FileDigestCacheTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bld-").FullName;
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    string File1 => Path.Combine(_folder, "file");

    string Stored => Path.Combine(_folder, "cache", "digests");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_UnchangedFileLater_IsNotReadAgain()
    {
        var first = WrittenLongAgo("text");
        var digest = Of(first);
        first.Save();
        var second = new FileDigestCache(Stored, _clock);
        Of(second).ShouldBe(digest);
        second.FilesRead.ShouldBe(0);
    }

    [Fact]
    public void Of_FileChangedJustNow_IsReadAgain()
    {
        File.WriteAllText(File1, "text");
        var cache = new FileDigestCache(Stored, _clock);
        Of(cache);
        Of(cache);
        cache.FilesRead.ShouldBe(2);
    }

    [Fact]
    public void Of_SameSizeWithinTheClocksGrain_IsTheNewContent()
    {
        var cache = new FileDigestCache(Stored, TimeProvider.System);
        for (var i = 0; i < 50; i++)
        {
            File.WriteAllText(File1, $"{i:00}");
            Of(cache).ShouldBe(Digest.OfBytes(File.ReadAllBytes(File1)));
        }
    }

    [Fact]
    public void Of_ContentReplacedAndTimePutBack_IsTheNewContent()
    {
        var cache = WrittenLongAgo("text");
        Of(cache);
        var time = File.GetLastWriteTimeUtc(File1);
        File.WriteAllText(File1, "TEXT");
        File.SetLastWriteTimeUtc(File1, time);
        Of(cache).ShouldBe(Digest.OfBytes("TEXT"u8));
    }

    [Fact]
    public void Of_AnotherFileRenamedOntoIt_IsTheNewContent()
    {
        var cache = WrittenLongAgo("text");
        Of(cache);
        var time = File.GetLastWriteTimeUtc(File1);
        File.WriteAllText($"{File1}.new", "TEXT");
        File.SetLastWriteTimeUtc($"{File1}.new", time);
        File.Move($"{File1}.new", File1, overwrite: true);
        Of(cache).ShouldBe(Digest.OfBytes("TEXT"u8));
    }

    [Fact]
    public void Of_FileChangedWhileItIsRead_IsReadAgain()
    {
        var cache = WrittenLongAgo("text");
        var status = FileStatus.Of(File1)!.Value;
        var once = true;
        cache.Reading = path =>
        {
            if (once) File.WriteAllText(path, "changed");
            once = false;
        };
        cache.Of(File1, status, TestContext.Current.CancellationToken).ShouldBe(Digest.OfBytes("changed"u8));
        cache.FilesRead.ShouldBe(2);
    }

    [Fact]
    public void Of_FileThatKeepsChanging_IsAnError()
    {
        var cache = WrittenLongAgo("text");
        var number = 0;
        cache.Reading = path => File.WriteAllText(path, $"{number++}");
        Should.Throw<IOException>(() => Of(cache)).Message.ShouldEndWith("changed 3 times while it was read.");
    }

    [Fact]
    public void Load_AnyByteTornOrFlipped_IsAsGoodAsNone()
    {
        var cache = WrittenLongAgo("text");
        Of(cache);
        cache.Save();
        var whole = File.ReadAllBytes(Stored);
        for (var at = 0; at < whole.Length; at++)
        {
            File.WriteAllBytes(Stored, whole[..at]);
            DigestCacheFile.Load(Stored).ShouldBeEmpty();
            var flipped = whole.ToArray();
            flipped[at] ^= 1;
            File.WriteAllBytes(Stored, flipped);
            DigestCacheFile.Load(Stored).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Save_FolderIsAFile_IsNoError()
    {
        var cache = WrittenLongAgo("text");
        Of(cache);
        File.WriteAllText(Path.GetDirectoryName(Stored)!, "in the way");
        Should.NotThrow(cache.Save);
    }

    [Fact]
    public async Task Save_ByManyAtOnce_LeavesAWholeFileAndNothingElse()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), (_, _) =>
        {
            var cache = new FileDigestCache(Stored, new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)));
            for (var i = 0; i < 20; i++)
            {
                var path = Path.Combine(_folder, $"many{i}");
                if (!File.Exists(path)) continue;
                cache.Of(path, FileStatus.Of(path)!.Value, default);
            }

            cache.Save();
            return ValueTask.CompletedTask;
        });
        Directory.Exists(Path.GetDirectoryName(Stored)).ShouldBeFalse("nothing was known, nothing is stored");
        File.WriteAllText(Path.Combine(_folder, "many1"), "x");
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), (_, _) =>
        {
            var cache = new FileDigestCache(Stored, new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)));
            var path = Path.Combine(_folder, "many1");
            cache.Of(path, FileStatus.Of(path)!.Value, default);
            cache.Save();
            return ValueTask.CompletedTask;
        });
        Directory.GetFiles(Path.GetDirectoryName(Stored)!).ShouldBe([Stored]);
        DigestCacheFile.Load(Stored).Count.ShouldBe(1);
    }

    FileDigestCache WrittenLongAgo(string text)
    {
        File.WriteAllText(File1, text);
        _clock.Advance(TimeSpan.FromHours(1));
        return new FileDigestCache(Stored, _clock);
    }

    Digest Of(FileDigestCache cache) => cache.Of(File1, FileStatus.Of(File1)!.Value, TestContext.Current.CancellationToken);
}
