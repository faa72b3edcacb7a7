using System.IO.Pipelines;
using Harvis.Containers.Registries.Transport;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Transport;

public sealed class WatchedStreamTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingComesInTime_TimesOutAndOtherwiseNot()
    {
        var (time, pipe) = (new FakeTimeProvider(), new Pipe());
        await using var stream = new WatchedStream(pipe.Reader.AsStream(), TimeSpan.FromSeconds(60), time);
        var buffer = new byte[10];
        for (var i = 0; i < 3; i++)
        {
            var reading = stream.ReadAsync(buffer, Ct).AsTask();
            time.Advance(TimeSpan.FromSeconds(59));
            reading.IsCompleted.ShouldBeFalse();
            await pipe.Writer.WriteAsync(new byte[] { 1 }, Ct);
            (await reading).ShouldBe(1);
        }

        var late = stream.ReadAsync(buffer, Ct).AsTask();
        time.Advance(TimeSpan.FromSeconds(61));
        (await Should.ThrowAsync<TimeoutException>(() => late)).Message.ShouldBe("nothing came for 60 s");
    }

    [Fact]
    public async Task Read_Cancelled_IsNotATimeout()
    {
        using var cancelling = new CancellationTokenSource();
        await using var stream = new WatchedStream(new Pipe().Reader.AsStream(), TimeSpan.FromSeconds(60), new FakeTimeProvider());
        var reading = stream.ReadAsync(new byte[1], cancelling.Token).AsTask();
        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }
}
