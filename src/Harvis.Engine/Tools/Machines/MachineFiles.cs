namespace Harvis.Engine.Tools.Machines;

/// <summary>The files of the machine this process runs on.</summary>
public sealed class MachineFiles : IMachineFiles
{
    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <inheritdoc/>
    public string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
