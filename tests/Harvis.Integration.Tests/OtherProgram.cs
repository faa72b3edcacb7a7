using System.ComponentModel;
using System.Diagnostics;

namespace Harvis.Integration.Tests;

/// <summary>Programs that judge what the pipeline prints: shells, git.</summary>
static class OtherProgram
{
    /// <summary>Runs it to its end; skips the test where it isn't installed.</summary>
    /// <param name="how">How to get it.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string how, string folder, IReadOnlyDictionary<string, string?> variables, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} isn't here: {how}.");
            throw;
        }
    }
}
