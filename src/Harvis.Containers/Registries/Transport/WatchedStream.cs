using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Transport;

/// <summary>A stream for reading whose every read must bring something in time.</summary>
internal sealed class WatchedStream(Stream inner, TimeSpan idleTimeout, TimeProvider time) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timeout = new RequestTimeout(idleTimeout, time, cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsOver)
        {
            throw timeout.Exception("nothing came");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
