namespace Harvis.Engine.Processes;

/// <summary>There is no program of that name on PATH, or at that path.</summary>
public sealed class ProgramNotFoundException(string program, Exception? innerException = null)
    : Exception($"There is no program \"{program}\" on PATH.", innerException)
{
    /// <summary>What was looked for.</summary>
    public string Program { get; } = program;
}
