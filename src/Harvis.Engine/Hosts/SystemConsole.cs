using System.Text;
using Harvis.Engine.Secrets;

namespace Harvis.Engine.Hosts;

/// <summary>The console of this process. Only a composition root makes one.</summary>
/// <remarks>Everything written to it is masked once more: the last line of defence. Nothing is written before <see cref="TextWriter.Flush"/>.</remarks>
#pragma warning disable RS0030 // This is the edge that the ban leads to.
public sealed class SystemConsole : IConsole, IDisposable
{
    /// <summary>How many cells a line has where nobody says: 120.</summary>
    public const int DefaultWidth = 120;

    const int DefaultHeight = 24;

    /// <summary>The console, with every secret that the masker knows masked.</summary>
    public SystemConsole(SecretMasker masker)
    {
        Out = Open(Console.OpenStandardOutput(), masker);
        Error = Open(Console.OpenStandardError(), masker);
    }

    /// <inheritdoc/>
    public TextWriter Out { get; }

    /// <inheritdoc/>
    public TextWriter Error { get; }

    /// <inheritdoc/>
    public bool IsTerminal { get; } = !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public int Width => IsTerminal && Console.WindowWidth is > 0 and var width ? width : DefaultWidth;

    /// <inheritdoc/>
    public int Height => IsTerminal && Console.WindowHeight is > 0 and var height ? height : DefaultHeight;

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }

    // Console.Out would look up encodings and the terminal's description, which costs time at each start.
    static MaskingWriter Open(Stream stream, SecretMasker masker) =>
        new(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024) { NewLine = "\n" }, masker) { NewLine = "\n" };
}
