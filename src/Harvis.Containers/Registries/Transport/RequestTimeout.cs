using System.Globalization;

namespace Harvis.Containers.Registries.Transport;

/// <summary>Cancels when the caller does or when time is up, and tells which it was.</summary>
internal sealed class RequestTimeout : IDisposable
{
    readonly TimeSpan _limit;
    readonly CancellationToken _caller;
    readonly CancellationTokenSource _timer;
    readonly CancellationTokenSource _either;

    public RequestTimeout(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _timer = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether time was up and the caller hadn't cancelled.</summary>
    public bool IsOver => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Starts the time anew.</summary>
    public void Restart() => _timer.CancelAfter(_limit);

    public TimeoutException Exception(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} for {_limit.TotalSeconds:0.###} s"));

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
