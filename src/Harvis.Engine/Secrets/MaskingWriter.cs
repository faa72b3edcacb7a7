using System.Buffers;
using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>Masks text that arrives in pieces on its way to another writer, so that a secret cut by two writes is still found.</summary>
/// <remarks>
/// Only an end that may be the start of a secret is held back, over a line's end too: a secret may be broken into two lines.
/// <see cref="Flush"/> keeps it back; <see cref="Complete"/> and disposal write it.
/// </remarks>
/// <param name="inner">Gets the masked text.</param>
/// <param name="masker">The secrets.</param>
/// <param name="leaveOpen">Whether disposal leaves the other writer open; by default it disposes of it too.</param>
public sealed class MaskingWriter(TextWriter inner, SecretMasker masker, bool leaveOpen = false) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    // Made when there is a secret.
    ArrayBufferWriter<char>? _held;
    ArrayBufferWriter<char>? _masked;
    int _coveredUntil;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (masker.Index is not { } index)
        {
            inner.Write(buffer);
            return;
        }

        if (_held is not { WrittenCount: > 0 })
        {
            Hold(buffer[Scan(index, buffer, isLast: false)..]);
            return;
        }

        _held.Write(buffer);
        var text = _held.WrittenSpan;
        var done = Scan(index, text, isLast: false);
        if (done == 0) return;
        var rest = text[done..].ToArray();
        _held.ResetWrittenCount();
        Hold(rest);
    }

    /// <summary>Writes what is held back: no more text comes, or what comes is another text.</summary>
    public void Complete()
    {
        if (masker.Index is { } index && _held is { WrittenCount: > 0 }) Scan(index, _held.WrittenSpan, isLast: true);
        _held?.ResetWrittenCount();
        _coveredUntil = 0;
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Complete();
        if (disposing && !leaveOpen) inner.Dispose();
        base.Dispose(disposing);
    }

    int Scan(MaskIndex index, ReadOnlySpan<char> text, bool isLast)
    {
        _masked ??= new ArrayBufferWriter<char>();
        _masked.ResetWrittenCount();
        var done = MaskScan.Run(index, text, isLast, ref _coveredUntil, _masked);
        if (_masked.WrittenCount > 0) inner.Write(_masked.WrittenSpan);
        return done;
    }

    void Hold(ReadOnlySpan<char> rest)
    {
        if (!rest.IsEmpty) (_held ??= new ArrayBufferWriter<char>()).Write(rest);
    }
}
