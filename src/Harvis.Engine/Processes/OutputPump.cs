using System.Buffers;
using System.Text;

namespace Harvis.Engine.Processes;

/// <summary>Reads one stream of a process to its end: keeps the last part as text and hands all of it to the log.</summary>
/// <remarks>Bytes that aren't UTF-8 become U+FFFD.</remarks>
sealed class OutputPump(Stream source, TextWriter? log)
{
    const int BufferBytes = 32 * 1024;

    readonly OutputTail _tail = new(ProcessResult.MaxCapturedChars);
    readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    /// <summary>What was read; complete once <see cref="RunAsync"/> has ended.</summary>
    public string Text => _tail.ToString();

    /// <summary>Ends with the stream, or, without an exception, when cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(BufferBytes);
        var chars = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(bytes.Length));
        try
        {
            int count;
            while ((count = await ReadAsync(bytes, cancellationToken)) > 0) Take(chars.AsSpan(0, _decoder.GetChars(bytes, 0, count, chars, 0, flush: false)));
            Take(chars.AsSpan(0, _decoder.GetChars([], chars, flush: true)));
        }
        finally
        {
            log?.Dispose();
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    async ValueTask<int> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return 0;
        }
    }

    void Take(ReadOnlySpan<char> text)
    {
        _tail.Append(text);
        log?.Write(text);
    }
}
