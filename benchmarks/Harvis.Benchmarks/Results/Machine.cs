using System.Runtime.InteropServices;

namespace Harvis.Benchmarks.Results;

/// <summary>What the figures were measured on.</summary>
sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string Load)
{
    /// <summary>This machine, now.</summary>
    public static Machine Current()
    {
        var memory = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024), 1);
        return new Machine(ProcessorName(), Environment.ProcessorCount, memory, OsName(), RuntimeInformation.FrameworkDescription, LoadAverage());
    }

    static string ProcessorName() => Value("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();

    static string OsName() => $"{Value("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}";

    // Of the last minute: above the number of cores, others were at work.
    static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    static string? Value(string file, string name, char separator) => File.Exists(file)
        ? File.ReadLines(file).Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault()
        : null;
}
