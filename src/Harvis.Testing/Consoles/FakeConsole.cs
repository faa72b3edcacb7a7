using System.Globalization;
using Harvis.Engine.Hosts;

namespace Harvis.Testing.Consoles;

/// <summary>A console that keeps what is written to it. Unless said otherwise it is no terminal, 80 cells wide and 24 lines high.</summary>
public sealed class FakeConsole : IConsole, IDisposable
{
    readonly StringWriter _out = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    readonly StringWriter _error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>A console to which nothing is written yet.</summary>
    public FakeConsole() => (Out, Error) = (TextWriter.Synchronized(_out), TextWriter.Synchronized(_error));

    /// <inheritdoc/>
    public TextWriter Out { get; }

    /// <inheritdoc/>
    public TextWriter Error { get; }

    /// <inheritdoc/>
    public bool IsTerminal { get; init; }

    /// <inheritdoc/>
    public int Width { get; set; } = 80;

    /// <inheritdoc/>
    public int Height { get; set; } = 24;

    /// <summary>What was written to standard output, as it was.</summary>
    public string Written => _out.ToString();

    /// <summary>What was written to standard error, as it was.</summary>
    public string WrittenError => _error.ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
