using System.Runtime.InteropServices;

namespace Harvis.Benchmarks.Processes;

/// <summary>
/// Starts processes by <c>posix_spawn</c> and waits by <c>wait4</c>: nothing of this process's own machinery is between the child's end
/// and the clock, and the kernel tells what the child used.
/// </summary>
static class Child
{
    /// <summary>Starts a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">The file that gets its standard output.</param>
    /// <returns>Its process id.</returns>
    /// <exception cref="InvalidOperationException">It can't be started.</exception>
    public static int Start(MeasuredCommand command, string output = "/dev/null")
    {
        var actions = Marshal.AllocHGlobal(Native.FileActionsBytes);
        try
        {
            Check(Native.InitActions(actions), command);
            Check(Native.AddOpen(actions, 0, "/dev/null", 0, 0), command);
            Check(Native.AddOpen(actions, 1, output, Native.WriteOnly | Native.CreateAndTruncate, 0x180), command);
            Check(Native.AddOpen(actions, 2, "/dev/null", Native.WriteOnly, 0), command);
            if (command.Folder is { } folder) Check(Native.AddFolder(actions, folder), command);
            Check(Native.Spawn(out var pid, command.Program, actions, 0, [command.Program, .. command.Arguments, null], [.. Environment(command), null]), command);
            return pid;
        }
        finally
        {
            _ = Native.DestroyActions(actions);
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Waits for a child's end.</summary>
    /// <exception cref="InvalidOperationException">It didn't end with exit code 0.</exception>
    public static ResourceUsage Wait(int pid, MeasuredCommand command)
    {
        ResourceUsage usage;
        int status;
        while (Native.Wait(pid, out status, 0, out usage) < 0)
        {
            const int Interrupted = 4;
            if (Marshal.GetLastPInvokeError() != Interrupted) throw new InvalidOperationException($"{command}: its end can't be awaited (error {Marshal.GetLastPInvokeError()}).");
        }

        if (status == 0) return usage;
        var how = (status & 0x7f) == 0 ? $"exit code {status >> 8}" : $"signal {status & 0x7f}";
        throw new InvalidOperationException($"{command} ended with {how}.");
    }

    static IEnumerable<string> Environment(MeasuredCommand command)
    {
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            if (!command.Variables.ContainsKey((string)variable.Key)) yield return $"{variable.Key}={variable.Value}";
        }

        foreach (var (name, value) in command.Variables) yield return $"{name}={value}";
    }

    static void Check(int error, MeasuredCommand command)
    {
        if (error != 0) throw new InvalidOperationException($"{command} can't be started: {Marshal.GetPInvokeErrorMessage(error)}.");
    }
}
