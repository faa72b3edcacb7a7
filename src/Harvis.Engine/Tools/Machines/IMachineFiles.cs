namespace Harvis.Engine.Tools.Machines;

/// <summary>The machine's own files, as far as looking for tools reads them.</summary>
public interface IMachineFiles
{
    /// <summary>Whether there is a file or a socket at a path.</summary>
    bool Exists(string path);

    /// <summary>A small text file, or null where there is none that may be read.</summary>
    string? ReadText(string path);
}
