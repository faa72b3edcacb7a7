using System.Globalization;

namespace Harvis.Engine.Http;

/// <summary>Cancels when the caller does or when time is up, and tells which it was.</summary>
public sealed class RequestTimeout : IDisposable
{
    readonly TimeSpan _limit;
    readonly CancellationToken _caller;
    readonly CancellationTokenSource _timer;
    readonly CancellationTokenSource _either;

    /// <summary>Starts the time.</summary>
    public RequestTimeout(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _timer = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Cancelled by either.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether time was up and the caller hadn't cancelled.</summary>
    public bool IsOver => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Starts the time anew.</summary>
    public void Restart() => _timer.CancelAfter(_limit);

    /// <summary>Says that time was up: <c>no answer for 60 s</c>.</summary>
    public TimeoutException Exception(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} for {_limit.TotalSeconds:0.###} s"));

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
