using Harvis.Engine.Logging;
using Harvis.Testing.Logging;
using Shouldly;

namespace Harvis.Testing.Tests.Logging;

public sealed class RecordingLogTests
{
    [Fact]
    public void Write_Entries_AreKeptInOrderAndByLevel()
    {
        var log = new RecordingLog();
        log.Info("one");
        log.Warning("two\nlines");
        log.Info("three");
        log.Error("four");
        log.Debug("five");

        log.Entries.ShouldBe([(LogLevel.Info, "one"), (LogLevel.Warning, "two\nlines"), (LogLevel.Info, "three"), (LogLevel.Error, "four"), (LogLevel.Debug, "five")]);
        log.Of(LogLevel.Info).ShouldBe(["one", "three"]);
    }

    [Fact]
    public async Task Write_FromManyThreads_LosesNothing()
    {
        var log = new RecordingLog();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => log.Info($"{i}"), TestContext.Current.CancellationToken)));

        log.Entries.Count.ShouldBe(100);
    }
}
