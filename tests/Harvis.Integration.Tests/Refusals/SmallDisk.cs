using System.Diagnostics;

namespace Harvis.Integration.Tests.Refusals;

/// <summary>A disk of 4 MiB, in memory.</summary>
sealed class SmallDisk : IDisposable
{
    SmallDisk(string root) => Root = root;

    public string Root { get; }

    /// <summary>Mounts one; null where this user may not.</summary>
    public static SmallDisk? TryMount()
    {
        var folder = Directory.CreateTempSubdirectory("harvis-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=4m", "harvis-test", folder)) return new SmallDisk(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Writes until nothing fits any more.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Create(Path.Combine(Root, "ballast"), 1);
            while (true) file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void Free() => File.Delete(Path.Combine(Root, "ballast"));

    public void Dispose()
    {
        Run("umount", Root);
        Directory.Delete(Root);
    }

    static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
