namespace Harvis.Engine.Hosts;

/// <summary>Where a run is shown.</summary>
public interface IConsole
{
    /// <summary>Standard output.</summary>
    TextWriter Out { get; }

    /// <summary>Standard error.</summary>
    TextWriter Error { get; }

    /// <summary>Whether standard output is a terminal.</summary>
    bool IsTerminal { get; }

    /// <summary>How many cells a line has now; a terminal may be resized at any time.</summary>
    int Width { get; }

    /// <summary>How many lines a terminal has now.</summary>
    int Height { get; }
}
