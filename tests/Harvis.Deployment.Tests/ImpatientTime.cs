using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Harvis.Deployment.Tests;

/// <summary>A clock that jumps to the end of every wait of up to a minute, and remembers it. Longer timers are time limits, which don't end.</summary>
sealed class ImpatientTime : FakeTimeProvider
{
    readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromMinutes(1))
        {
            _waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
