using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Transport;
using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>A stream that is opened again at its offset when the connection is cut.</summary>
/// <param name="first">The stream at the first offset.</param>
/// <param name="offset">That offset, in bytes.</param>
/// <param name="open">Opens it at another.</param>
/// <param name="context">What to say when it can't be.</param>
/// <param name="retries">How often and how fast.</param>
internal sealed class ResumingStream(Stream first, long offset, Func<long, CancellationToken, Task<Stream>> open, FailedRequest context, RetrySchedule retries) : ForwardStream
{
    Stream? _current = first;
    long _offset = offset;
    int _failures;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                _current ??= await open(_offset, cancellationToken).ConfigureAwait(false);
                var read = await _current.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                _offset += read;
                if (read > 0) _failures = 0;
                return read;
            }
            catch (Exception fault) when (ConnectionFault.IsPassing(fault))
            {
                if (++_failures >= retries.MaxAttempts) throw (context with { Attempts = _failures }).NotReachable(fault);
                if (_current is not null) await _current.DisposeAsync().ConfigureAwait(false);
                _current = null;
            }

            await retries.WaitAsync(retries.DelayAfter(_failures), cancellationToken).ConfigureAwait(false);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }
}
