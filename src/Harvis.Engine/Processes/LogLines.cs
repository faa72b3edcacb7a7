using System.Globalization;
using System.Text;
using Harvis.Engine.Logging;

namespace Harvis.Engine.Processes;

/// <summary>Makes one log entry of each line of a text that arrives in pieces. The last line needs no line break.</summary>
/// <remarks>
/// A line that a lone carriage return sends back to its start is progress: what overwrites it counts, and before that one state every
/// <see cref="ProgressInterval"/>. A line longer than <see cref="MaxLineChars"/> is cut and says so.
/// </remarks>
sealed class LogLines(IRunLog log, TimeProvider clock) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>How long a line in the log may be.</summary>
    public const int MaxLineChars = 64 * 1024;

    /// <summary>How often the state of a progress line is logged.</summary>
    public static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(10);

    readonly StringBuilder _line = new();
    long _lastEntry = clock.GetTimestamp();
    long _cut;
    bool _returned;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var end = buffer.IndexOfAny('\r', '\n');
            Append(end < 0 ? buffer : buffer[..end]);
            if (end < 0) return;
            if (buffer[end] == '\n') EndLine();
            else _returned = true;
            buffer = buffer[(end + 1)..];
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0) EndLine();
        base.Dispose(disposing);
    }

    void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (_returned) Overwrite();
        var room = MaxLineChars - _line.Length;
        if (text.Length > room)
        {
            if (room > 0 && char.IsHighSurrogate(text[room - 1])) room--;
            _cut += text.Length - room;
            text = text[..room];
        }

        _line.Append(text);
    }

    void Overwrite()
    {
        if (_line.Length > 0 && clock.GetElapsedTime(_lastEntry) >= ProgressInterval) EndLine();
        else Clear();
    }

    void EndLine()
    {
        if (_cut > 0) _line.Append(CultureInfo.InvariantCulture, $" … ({_cut} more characters on this line)");
        log.Info(_line.ToString());
        _lastEntry = clock.GetTimestamp();
        Clear();
    }

    void Clear()
    {
        _line.Clear();
        (_cut, _returned) = (0, false);
    }
}
