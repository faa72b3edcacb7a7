namespace Harvis.Benchmarks.Processes;

/// <summary>Finds programs.</summary>
static class ProgramOnPath
{
    /// <summary>Its full path, or null where no folder of PATH has it.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
