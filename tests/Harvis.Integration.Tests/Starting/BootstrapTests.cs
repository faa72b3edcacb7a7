using System.Diagnostics;
using Harvis.Integration.Tests.Structure;
using Shouldly;

namespace Harvis.Integration.Tests.Starting;

/// <summary>Runs the script that tests <c>build.sh</c>: what makes it compile, what doesn't, and what a kill or a crowd does to it.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task Start_EveryCaseOfTheScript_Passes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs a Unix system; build.ps1 is the start there.");
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(DependencyTests.Root(), "tests/bootstrap/run.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        script.ExitCode.ShouldBe(0, await output + await error);
    }
}
