using System.IO.Pipelines;
using Harvis.Containers.Content;

namespace Harvis.Containers.Building;

/// <summary>A context's tar, written while it is read: it is never whole in memory or on disk.</summary>
sealed class StreamedTar : IAsyncDisposable
{
    readonly CancellationTokenSource _stop;
    readonly Task _writing;

    StreamedTar(ImageContent content, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipe = new Pipe();
        Content = pipe.Reader.AsStream();
        _writing = WriteAsync(content, pipe.Writer, _stop.Token);
    }

    /// <summary>The tar.</summary>
    public Stream Content { get; }

    /// <summary>Why it couldn't be written, or null. The reader sees it as an exception of its own.</summary>
    public Exception? Failure { get; private set; }

    public static StreamedTar Of(ImageContent content, CancellationToken cancellationToken) => new(content, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Content.DisposeAsync();
        await _writing;
        _stop.Dispose();
    }

    async Task WriteAsync(ImageContent content, PipeWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await ContextTar.WriteAsync(content, writer.AsStream(leaveOpen: true), cancellationToken);
            await writer.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            await writer.CompleteAsync(new IOException("The build was stopped."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Model.Diagnostics.DiagnosticException)
        {
            Failure = failure;
            await writer.CompleteAsync(new IOException("The context couldn't be read.", failure));
        }
    }
}
