using System.Diagnostics;
using System.Text;

namespace Harvis.Engine.Processes;

/// <summary>Finds a tree in <c>/proc</c>: what carries the id in its environment, and every descendant of those.</summary>
sealed class LinuxProcessTree(Process root, string id, TimeProvider clock) : ProcessTree
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan ForceTime = TimeSpan.FromSeconds(5);

    readonly byte[] _id = Encoding.ASCII.GetBytes(id);

    public override async Task<IReadOnlyList<int>> EndAsync(TimeSpan gracePeriod)
    {
        if (gracePeriod > TimeSpan.Zero && (await SignalUntilGoneAsync(UnixSignal.Terminate, gracePeriod)).Count == 0) return [];
        var left = await SignalUntilGoneAsync(UnixSignal.Kill, ForceTime);
        if (left.Count == 0) await root.WaitForExitAsync();
        return [.. left.Select(process => process.Id)];
    }

    // Looks again when all that were signalled are gone: a process may have started another one meanwhile.
    async Task<IReadOnlyCollection<LinuxProcess>> SignalUntilGoneAsync(UnixSignal signal, TimeSpan atMost)
    {
        var start = clock.GetTimestamp();
        var signalled = new HashSet<(int, ulong)>();
        while (true)
        {
            var members = Members();
            if (members.Count == 0) return [];
            foreach (var member in members.Where(member => signalled.Add((member.Id, member.StartTime)))) signal.Send(member.Id);
            for (var pause = FirstPause; members.Exists(member => member.IsAlive()); pause = Longer(pause))
            {
                if (clock.GetElapsedTime(start) >= atMost) return Members();
                await Task.Delay(pause, clock);
            }
        }
    }

    List<LinuxProcess> Members()
    {
        var all = LinuxProcess.All();
        var members = all.Where(process => process.HasInEnvironment(_id) || (process.Id == root.Id && !root.HasExited)).ToDictionary(process => process.Id);
        var children = all.ToLookup(process => process.ParentId);
        var next = new Queue<LinuxProcess>(members.Values);
        while (next.TryDequeue(out var parent))
            foreach (var child in children[parent.Id])
                if (members.TryAdd(child.Id, child)) next.Enqueue(child);
        return [.. members.Values];
    }

    static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
