using System.Runtime.InteropServices;
using System.Text;

namespace Harvis.Engine.Files;

/// <summary>What the file system says about a path, links not followed, without opening it.</summary>
/// <param name="Kind">What is there.</param>
/// <param name="Executable">Whether its owner may execute it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedNs">When its content changed, in nanoseconds since 1970.</param>
/// <param name="ChangedNs">When anything about it changed; a program can't set this one. 0 where the system has no such time.</param>
/// <param name="Inode">Its number in its file system; 0 where the system doesn't tell.</param>
public readonly record struct FileStatus(EntryKind Kind, bool Executable, long Size, long ModifiedNs, long ChangedNs, ulong Inode)
{
    const int DirectoryOfProcess = -100;
    const int NoFollow = 0x100;
    const uint BasicStats = 0x7ff;
    const int FileNotFound = 2;
    const int NotADirectory = 20;

    /// <summary>Whether the status is exact enough to tell a change of the content.</summary>
    public bool TellsChanges => ChangedNs != 0;

    /// <summary>Reads the status of a path; null where nothing is there.</summary>
    /// <exception cref="IOException">The path can't be read.</exception>
    public static FileStatus? Of(string path) => OperatingSystem.IsLinux() ? FromStatx(path) : FromRuntime(path);

    static FileStatus? FromStatx(string path)
    {
        if (StatxCall(DirectoryOfProcess, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, BasicStats, out var status) == 0) return Read(status);
        var error = Marshal.GetLastPInvokeError();
        return error is FileNotFound or NotADirectory ? null : throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    static FileStatus Read(in Statx status)
    {
        var kind = (status.Mode & 0xF000) switch
        {
            0x8000 => EntryKind.File,
            0xA000 => EntryKind.Link,
            0x4000 => EntryKind.Folder,
            _ => EntryKind.Other,
        };
        return new FileStatus(kind, (status.Mode & 0x40) != 0, (long)status.Size, status.Modified.Nanoseconds, status.Changed.Nanoseconds, status.Inode);
    }

    static FileStatus? FromRuntime(string path)
    {
        var file = new FileInfo(path);
        var folder = file.Exists || file.LinkTarget is not null ? null : new DirectoryInfo(path);
        if (folder is { Exists: false }) return null;
        var kind = folder is not null ? EntryKind.Folder : file.LinkTarget is not null ? EntryKind.Link : EntryKind.File;
        var executable = !OperatingSystem.IsWindows() && kind == EntryKind.File && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
        return new FileStatus(kind, executable, kind == EntryKind.File ? file.Length : 0, 0, 0, 0);
    }

    // The kernel's own structure, the same on every architecture: https://man7.org/linux/man-pages/man2/statx.2.html.
    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int StatxCall(int folder, byte[] path, int flags, uint mask, out Statx status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Statx
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public Time Changed;

        [FieldOffset(112)]
        public Time Modified;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Time
    {
        public long Seconds;
        public uint Fraction;
        readonly int _reserved;

        public readonly long Nanoseconds => (Seconds * 1_000_000_000) + Fraction;
    }
}
