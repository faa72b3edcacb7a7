using System.Runtime.InteropServices;

namespace Harvis.Engine.Processes;

/// <summary>A signal of POSIX; the numbers are the same on Linux and macOS.</summary>
sealed class UnixSignal
{
    readonly int _number;

    UnixSignal(int number) => _number = number;

    /// <summary>SIGTERM: please end.</summary>
    public static UnixSignal Terminate { get; } = new(15);

    /// <summary>SIGKILL: the kernel ends it.</summary>
    public static UnixSignal Kill { get; } = new(9);

    /// <summary>Sends it to one process.</summary>
    /// <returns>Whether it was sent: false where there is no such process, or where it isn't ours.</returns>
    public bool Send(int processId) => processId > 1 && SendSignal(processId, _number) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SendSignal(int processId, int signal);
}
