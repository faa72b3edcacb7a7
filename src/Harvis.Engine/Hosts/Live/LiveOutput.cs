using System.Text;
using Spectre.Console;

namespace Harvis.Engine.Hosts.Live;

/// <summary>Lets Spectre.Console write to our console.</summary>
sealed class LiveOutput(IConsole console) : IAnsiConsoleOutput
{
    public TextWriter Writer => console.Out;

    public bool IsTerminal => console.IsTerminal;

    public int Width => console.Width;

    public int Height => console.Height;

    public void SetEncoding(Encoding encoding)
    {
        // The console is UTF-8 already.
    }
}
