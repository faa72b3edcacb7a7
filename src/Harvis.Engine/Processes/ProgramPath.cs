namespace Harvis.Engine.Processes;

/// <summary>Finds a program as a shell does: a path as it stands, a bare name on PATH only.</summary>
/// <remarks>The class library also looks beside the running executable and in the working directory, before PATH: anyone's <c>git</c>.</remarks>
static class ProgramPath
{
    const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="ProgramNotFoundException">It isn't there.</exception>
    public static string Find(string program, string directory, IDictionary<string, string?> variables)
    {
        var isPath = program.Contains('/', StringComparison.Ordinal) || program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var folders = isPath ? [directory] : Variable(variables, "PATH").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] extensions = OperatingSystem.IsWindows()
            ? ["", .. Variable(variables, "PATHEXT").Split(';', StringSplitOptions.RemoveEmptyEntries)]
            : [""];
        return folders
            .SelectMany(folder => extensions.Select(extension => Path.GetFullPath(program + extension, Path.GetFullPath(folder, directory))))
            .FirstOrDefault(IsExecutable) ?? throw new ProgramNotFoundException(program);
    }

    static string Variable(IDictionary<string, string?> variables, string name) => variables.TryGetValue(name, out var value) ? value ?? "" : "";

    static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
