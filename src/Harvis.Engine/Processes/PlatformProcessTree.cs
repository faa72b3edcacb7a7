using System.Diagnostics;

namespace Harvis.Engine.Processes;

/// <summary>The tree as Windows and macOS know it: by parents only. Windows has no polite signal for a process without a window.</summary>
sealed class PlatformProcessTree(Process root, TimeProvider clock) : ProcessTree
{
    public override async Task<IReadOnlyList<int>> EndAsync(TimeSpan gracePeriod)
    {
        if (root.HasExited) return [];
        if (!OperatingSystem.IsWindows() && gracePeriod > TimeSpan.Zero && UnixSignal.Terminate.Send(root.Id)) await WaitAsync(gracePeriod);
        root.Kill(entireProcessTree: true);
        await root.WaitForExitAsync();
        return [];
    }

    async Task WaitAsync(TimeSpan time)
    {
        try
        {
            await root.WaitForExitAsync().WaitAsync(time, clock);
        }
        catch (TimeoutException)
        {
            // It doesn't listen; force follows.
        }
    }
}
