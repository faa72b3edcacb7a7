using System.Diagnostics;
using Harvis.Integration.Tests.Structure;
using Shouldly;

namespace Harvis.Integration.Tests.Starting;

/// <summary>Runs the scripts that test <c>build.sh</c> and <c>build.ps1</c>: what makes them compile, what doesn't, and what a kill or a crowd does to them.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task Start_EveryCaseOfTheScript_Passes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs a Unix system; build.ps1 is the start there.");
        var (code, output) = await RunAsync("tests/bootstrap/run.sh");

        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task PowerShellStart_EveryCaseOfTheScript_Passes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script that tests build.ps1 needs a Unix system.");
        Assert.SkipUnless(HasPowerShell(), "PowerShell isn't here: dotnet tool install --global PowerShell.");
        var (code, output) = await RunAsync("tests/bootstrap/run-powershell.sh");

        code.ShouldBe(0, output);
    }

    // On PATH, or where .NET tools of this user lie.
    static bool HasPowerShell() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(Tools()).Any(folder => File.Exists(Path.Combine(folder, "pwsh")));

    static string Tools() => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet/tools");

    static async Task<(int Code, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(DependencyTests.Root(), script)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}{Tools()}";
        using var bash = Process.Start(start)!;
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, await output + await error);
    }
}
