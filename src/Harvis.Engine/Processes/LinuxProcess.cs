using System.Globalization;

namespace Harvis.Engine.Processes;

/// <summary>A living process as <c>/proc/[pid]/stat</c> shows it; see proc_pid_stat(5).</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">Its parent's; 1, or that of a subreaper, when the parent has ended.</param>
/// <param name="StartTime">When it started, in clock ticks since the machine did: tells it from a later one with the same id.</param>
sealed record LinuxProcess(int Id, int ParentId, ulong StartTime)
{
    /// <summary>All processes but those that have ended and only wait to be collected by their parent.</summary>
    public static IReadOnlyList<LinuxProcess> All() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<LinuxProcess>(),
    ];

    /// <summary>Whether it still lives.</summary>
    public bool IsAlive() => Read(Id)?.StartTime == StartTime;

    /// <summary>Whether the environment it was started with has these bytes. Other users' environments can't be read.</summary>
    public bool HasInEnvironment(ReadOnlySpan<byte> text) => Bytes(Id, "environ") is { } environment && environment.AsSpan().IndexOf(text) >= 0;

    static LinuxProcess? Read(int id)
    {
        if (Bytes(id, "stat") is not { } bytes) return null;
        // "pid (name) state ppid …": the name may hold anything, also ") Z 1".
        var stat = System.Text.Encoding.Latin1.GetString(bytes);
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : new LinuxProcess(id, int.Parse(fields[1], CultureInfo.InvariantCulture), ulong.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    static byte[]? Bytes(int id, string file)
    {
        try
        {
            return File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
