namespace Harvis.Containers.BaseImages;

/// <summary>
/// Does work once for all who ask for the same thing at the same time. One who is cancelled leaves; the work stops when the
/// last one has left. A failure is everyone's, and isn't remembered: who asks later tries again.
/// </summary>
sealed class SharedWork<TKey, TResult>
    where TKey : notnull
{
    readonly Lock _lock = new();
    readonly Dictionary<TKey, Job> _jobs = [];

    public async Task<TResult> DoAsync(TKey key, Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var job = Join(key, work);
        try
        {
            return await job.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, job);
        }
    }

    Job Join(TKey key, Func<CancellationToken, Task<TResult>> work)
    {
        lock (_lock)
        {
            if (!_jobs.TryGetValue(key, out var job))
            {
                var stop = new CancellationTokenSource();
                _jobs[key] = job = new Job(stop, Task.Run(() => work(stop.Token)));
            }

            job.Waiting++;
            return job;
        }
    }

    void Leave(TKey key, Job job)
    {
        lock (_lock)
        {
            if (--job.Waiting > 0) return;
            if (_jobs.TryGetValue(key, out var current) && current == job) _jobs.Remove(key);
            job.Stop.Cancel();
        }
    }

    sealed class Job(CancellationTokenSource stop, Task<TResult> result)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public Task<TResult> Result { get; } = result;

        public int Waiting { get; set; }
    }
}
