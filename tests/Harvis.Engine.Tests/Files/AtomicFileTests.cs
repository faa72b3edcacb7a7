using Harvis.Engine.Files;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Files;

public sealed class AtomicFileTests
{
    [Fact]
    public void Write_NewAndExistingFile_HoldsTheWholeContent()
    {
        using var repository = new Repository();
        AtomicFile.Write(repository.PathOf("a/b"), "one"u8);
        AtomicFile.Write(repository.PathOf("a/b"), "two"u8);
        repository.Read("a/b").ShouldBe("two");
        Directory.GetFiles(repository.PathOf("a")).Length.ShouldBe(1);
    }

    [Fact]
    public void Write_ThatFails_LeavesWhatWasThere()
    {
        using var repository = new Repository();
        repository.Write("a/b/c", "");
        Should.Throw<Exception>(() => AtomicFile.Write(repository.PathOf("a/b"), "one"u8)).ShouldBeAssignableTo<IOException>();
        repository.Has("a/b/c").ShouldBeTrue();
        Directory.GetFileSystemEntries(repository.PathOf("a")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Write_ManyAtOnce_ReadersSeeOneOfThemWhole()
    {
        using var repository = new Repository();
        var path = repository.PathOf("a");
        AtomicFile.Write(path, Content(0));
        var writers = Enumerable.Range(1, 4).Select(number => Task.Run(() =>
        {
            for (var i = 0; i < 20; i++) AtomicFile.Write(path, Content(number));
        })).ToList();
        while (!writers.TrueForAll(writer => writer.IsCompleted))
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            (bytes.Length, bytes.Distinct().Count()).ShouldBe((100_000, 1));
        }

        await Task.WhenAll(writers);
        Directory.GetFiles(repository.Root).Length.ShouldBe(1);
    }

    static byte[] Content(int number) => [.. Enumerable.Repeat((byte)number, 100_000)];
}
