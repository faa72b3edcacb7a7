using System.Diagnostics;
using Harvis.Engine.Processes;
using Harvis.Engine.Secrets;
using Xunit;

namespace Harvis.Engine.Tests.Processes;

/// <summary>Runs real shell scripts in a folder of their own, and knows which of their processes are left.</summary>
public abstract class ShellFixture : IDisposable
{
    readonly string _mark = $"left-{Guid.NewGuid():N}";

    protected ShellFixture() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs sh scripts; needs Linux or macOS.");

    protected string Folder { get; } = Directory.CreateTempSubdirectory("harvis-processes-").FullName;

    private protected ListLog Log { get; } = new();

    protected SecretMasker Masker { get; } = new();

    protected ProcessRunner Runner => new(Folder, Log, Masker, TimeProvider.System);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A script whose processes can be found again, unless they clear their environment.</summary>
    protected ProcessCommand Sh(string script) => new("sh", "-c", script) { Variables = new Dictionary<string, string?> { ["TEST_MARK"] = _mark } };

    /// <summary>The ids of processes of these scripts that still live.</summary>
    protected IReadOnlyList<int> Left() => OperatingSystem.IsLinux()
        ? [.. LinuxProcess.All().Where(process => process.HasInEnvironment(System.Text.Encoding.ASCII.GetBytes(_mark))).Select(process => process.Id)]
        : [];

    /// <summary>Waits until the script has written this file.</summary>
    protected async Task AppearsAsync(string file)
    {
        while (!File.Exists(Path.Combine(Folder, file))) await Task.Delay(10, Token);
    }

    public void Dispose()
    {
        foreach (var id in Left()) Process.GetProcessById(id).Kill();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
