using Harvis.Containers.BaseImages;

namespace Harvis.Containers.Tests.BaseImages;

public sealed class SharedWorkTests
{
    readonly SharedWork<string, int> _work = new();
    readonly TaskCompletionSource _gate = new();
    int _started;
    volatile bool _stopped;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DoAsync_AskedTwiceAtOnce_DoesItOnce()
    {
        var (first, second) = (Ask("a", Token), Ask("a", Token));
        _gate.SetResult();
        (await Task.WhenAll(first, second)).ShouldBe([7, 7]);
        _started.ShouldBe(1);
    }

    [Fact]
    public async Task DoAsync_OtherKey_IsOtherWork()
    {
        _gate.SetResult();
        await Task.WhenAll(Ask("a", Token), Ask("b", Token));
        _started.ShouldBe(2);
    }

    [Fact]
    public async Task DoAsync_OneOfTwoCancelled_TheOtherStillGetsIt()
    {
        using var cancel = new CancellationTokenSource();
        var (first, second) = (Ask("a", cancel.Token), Ask("a", Token));
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _gate.SetResult();
        (await second).ShouldBe(7);
        _stopped.ShouldBeFalse();
    }

    [Fact]
    public async Task DoAsync_AllCancelled_TheWorkStopsAndLaterOnesStartAnew()
    {
        using var cancel = new CancellationTokenSource();
        var (first, second) = (Ask("a", cancel.Token), Ask("a", cancel.Token));
        while (_started == 0) await Task.Yield();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(first, second));
        while (!_stopped) await Task.Delay(1, Token);
        _gate.SetResult();
        (await Ask("a", Token)).ShouldBe(7);
        _started.ShouldBe(2);
    }

    [Fact]
    public async Task DoAsync_Fails_EveryoneSeesItAndLaterOnesTryAgain()
    {
        Task<int> Fail() => _work.DoAsync("a", async _ => { await _gate.Task; throw new IOException("no"); }, Token);
        var (first, second) = (Fail(), Fail());
        _gate.SetResult();
        await Should.ThrowAsync<IOException>(() => first);
        await Should.ThrowAsync<IOException>(() => second);
        (await Ask("a", Token)).ShouldBe(7);
    }

    Task<int> Ask(string key, CancellationToken cancellationToken) => _work.DoAsync(
        key,
        async stop =>
        {
            Interlocked.Increment(ref _started);
            try
            {
                await _gate.Task.WaitAsync(stop);
            }
            finally
            {
                _stopped |= stop.IsCancellationRequested;
            }

            return 7;
        },
        cancellationToken);
}
