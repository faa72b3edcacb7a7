using System.Diagnostics;

namespace Harvis.Engine.Processes;

/// <summary>A process and all that came from it.</summary>
/// <remarks>
/// Each process is started with a variable, <see cref="Variable"/>, that its descendants inherit. On Linux it finds those that have left
/// the tree (daemons, <c>setsid</c>, whose parent has ended); elsewhere only the tree as it stands is known. What escapes: a process that
/// has both left the tree and cleared its environment.
/// </remarks>
abstract class ProcessTree
{
    /// <summary>The variable: ids joined by colons, since a program that we start may run programs in the same way.</summary>
    public const string Variable = "HARVIS_PROCESS_TREE";

    /// <summary>Adds a new id to the variable.</summary>
    /// <returns>The id.</returns>
    public static string Mark(IDictionary<string, string?> variables)
    {
        var id = Guid.NewGuid().ToString("N");
        variables[Variable] = variables.TryGetValue(Variable, out var outer) && !string.IsNullOrEmpty(outer) ? $"{outer}:{id}" : id;
        return id;
    }

    /// <summary>The tree of a process that was started with this id.</summary>
    public static ProcessTree Of(Process root, string id, TimeProvider clock) =>
        OperatingSystem.IsLinux() ? new LinuxProcessTree(root, id, clock) : new PlatformProcessTree(root, clock);

    /// <summary>Ends all of it: politely first, by force after the grace period. Returns when it is gone.</summary>
    /// <returns>The ids of processes that couldn't be ended.</returns>
    public abstract Task<IReadOnlyList<int>> EndAsync(TimeSpan gracePeriod);
}
