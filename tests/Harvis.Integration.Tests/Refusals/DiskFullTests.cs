using System.Diagnostics;
using Shouldly;

namespace Harvis.Integration.Tests.Refusals;

/// <summary>No room for the run's own records, on a small file system mounted for the test.</summary>
public sealed class DiskFullTests : IDisposable
{
    readonly PipelineProcess _pipeline = new();
    readonly bool _mounted;

    public DiskFullTests()
    {
        Directory.CreateDirectory(Temporary);
        _mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", Temporary) == 0;
        if (_mounted) return;
        _pipeline.Dispose();
        Assert.Skip("A small file system can't be mounted here: run as root, where mounting is allowed.");
    }

    string Temporary => _pipeline.PathOf(".nuke/temp");

    [Fact]
    public async Task Run_NoRoomAtTheStart_IsRefused()
    {
        Fill();

        var (exitCode, output, error) = await RunAsync("Greet");

        exitCode.ShouldBe(1);
        error.ShouldContain("HRV1303");
        (output + error).ShouldNotContain("Unhandled exception");
        output.ShouldNotContain("hello");
    }

    [Fact]
    public async Task Run_NoRoomHalfWay_FailsAndEnds()
    {
        var (exitCode, output, error) = await RunAsync("Small");

        exitCode.ShouldBe(1, output + error);
        (output + error).ShouldContain("HRV1303");
        (output + error).ShouldNotContain("Unhandled exception");
    }

    [Fact]
    public async Task Continue_AfterRoomWasMade_Finishes()
    {
        await RunAsync("Small");
        File.Delete(Path.Combine(Temporary, "filler"));
        Run("mount", "-o", "remount,size=4m", Temporary).ShouldBe(0);

        var (exitCode, output, error) = await RunAsync("Node0", "Node1", "--continue");

        exitCode.ShouldBe(0, output + error);
    }

    public void Dispose()
    {
        if (!_mounted) return;
        Run("umount", "-l", Temporary);
        _pipeline.Dispose();
    }

    Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        _pipeline.RunAsync(arguments).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    void Fill()
    {
        try
        {
            using var file = new FileStream(Path.Combine(Temporary, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
            while (true) file.Write(new byte[512]);
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
