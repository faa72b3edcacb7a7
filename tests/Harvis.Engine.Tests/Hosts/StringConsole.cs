using Harvis.Engine.Hosts;

namespace Harvis.Engine.Tests.Hosts;

/// <summary>A console that keeps what is written.</summary>
sealed class StringConsole : IConsole
{
    public TextWriter Out { get; } = new StringWriter();

    public TextWriter Error { get; } = new StringWriter();

    public bool IsTerminal { get; init; }

    public int Width { get; set; } = 80;

    public int Height { get; set; } = 24;

    public string Written => Out.ToString()!;

    public string WrittenError => Error.ToString()!;
}
