using System.Globalization;
using System.Text;
using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;

namespace Harvis.Engine.Hosts;

/// <summary>A node's log until it is printed: the first <see cref="MaxCharsInMemory"/> characters in memory, more in a file.</summary>
/// <remarks>The file is for this user only and goes with the buffer. Where the disk is full the rest is lost, and the log says so.</remarks>
sealed class LogBuffer(string temporaryFolder, bool keepColours) : IDisposable
{
    /// <summary>How much is kept in memory.</summary>
    public const int MaxCharsInMemory = 64 * 1024;

    readonly List<(LogLevel Level, string Line)> _lines = [];
    int _chars;
    long _lost;
    StreamWriter? _file;

    /// <summary>The last line, for telling what a node does.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>How many lines there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds an entry, line by line.</summary>
    public void Add(LogLevel level, string text)
    {
        foreach (var line in LogText.Lines(text, keepColours))
        {
            Count++;
            if (line.Length > 0) LastLine = line;
            if (_file is null && _chars + line.Length <= MaxCharsInMemory)
            {
                _lines.Add((level, line));
                _chars += line.Length + 1;
            }
            else Spill(level, line);
        }
    }

    /// <summary>All lines, in order.</summary>
    public IEnumerable<(LogLevel Level, string Line)> Lines() => _lines.Concat(Spilled()).Concat(Lost());

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // The disk is full; the lines are lost anyway.
        }
    }

    void Spill(LogLevel level, string line)
    {
        try
        {
            _file ??= Open();
            _file.Write((char)('0' + (int)level));
            _file.Write(line);
            _file.Write('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _lost++;
        }
    }

    IEnumerable<(LogLevel Level, string Line)> Spilled()
    {
        if (_file is null) yield break;
        _file.Flush();
        _file.BaseStream.Position = 0;
        using var reader = new StreamReader(_file.BaseStream, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadLine() is { Length: > 0 } line) yield return ((LogLevel)(line[0] - '0'), line[1..]);
    }

    IEnumerable<(LogLevel Level, string Line)> Lost()
    {
        if (_lost > 0) yield return (LogLevel.Warning, string.Create(CultureInfo.InvariantCulture, $"… {_lost} lines could not be kept"));
    }

    StreamWriter Open()
    {
        Directory.CreateDirectory(temporaryFolder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new StreamWriter(Path.Combine(temporaryFolder, $"log-{Guid.NewGuid():N}"), Encoding.UTF8, options);
    }
}
