using System.Diagnostics;
using System.Globalization;

namespace Harvis.Benchmarks.Processes;

/// <summary>Measures whole processes, from before the start to after the end.</summary>
static class ProcessMeter
{
    // Starts a command as an orphan, and prints its process id.
    const string StartOrphan = "\"$@\" </dev/null >/dev/null 2>&1 & echo $!";

    /// <summary>Runs a command once.</summary>
    /// <exception cref="InvalidOperationException">It can't be started, or its exit code isn't 0.</exception>
    public static Sample Run(MeasuredCommand command)
    {
        var start = Stopwatch.GetTimestamp();
        var usage = Child.Wait(Child.Start(command), command);
        return new Sample(Stopwatch.GetElapsedTime(start), usage.Cpu);
    }

    /// <summary>The most memory that one process of a run of the command held at once.</summary>
    /// <remarks>
    /// A child's count begins with that of who started it, which here would be this whole program's. So a shell starts it and ends: the
    /// count begins with a small shell's, and the orphan is awaited here.
    /// </remarks>
    /// <exception cref="InvalidOperationException">It can't be started, or its exit code isn't 0.</exception>
    public static long PeakBytes(MeasuredCommand command)
    {
        if (Native.Control(Native.SetChildSubreaper, 1, 0, 0, 0) != 0) throw new InvalidOperationException("Orphans can't be adopted on this system.");
        var file = Path.GetTempFileName();
        try
        {
            var shell = command with { Program = "sh", Arguments = ["-c", StartOrphan, "sh", command.Program, .. command.Arguments] };
            Child.Wait(Child.Start(shell, file), shell);
            var pid = int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture);
            return Child.Wait(pid, command).MaxResidentBytes;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
