using System.Runtime.InteropServices;

namespace Harvis.Benchmarks.Processes;

/// <summary>The C library's functions that start a process and wait for it.</summary>
static partial class Native
{
    /// <summary>Larger than the C library's <c>posix_spawn_file_actions_t</c> anywhere.</summary>
    public const int FileActionsBytes = 512;

    /// <summary>Orphans among the descendants become children of the caller: https://man7.org/linux/man-pages/man2/PR_SET_CHILD_SUBREAPER.2const.html.</summary>
    public const int SetChildSubreaper = 36;

    public const int WriteOnly = 1;
    public const int CreateAndTruncate = 0x240;

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Spawn(out int pid, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddFolder(nint actions, string path);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    public static partial int Wait(int pid, out int status, int options, out ResourceUsage usage);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);
}
