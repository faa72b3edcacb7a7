using System.Diagnostics;
using Shouldly;

namespace Harvis.Integration.Tests.Cancelling;

/// <summary>A signal stops the run, ends the process trees of its targets and still lets clean-up run.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_Signalled_EndsItsProcessesAndCleansUp(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var pipeline = new PipelineProcess();
        using var process = pipeline.Start("CleanUp");
        while (!File.Exists(pipeline.PathOf("sleeping"))) await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        using (var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(130, await output + await error);
        File.Exists(pipeline.PathOf("cleaned")).ShouldBeTrue();
        SleepersOf(pipeline).ShouldBeEmpty();
    }

    static IEnumerable<string> SleepersOf(PipelineProcess pipeline) => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
        .Where(folder => Read($"{folder}/cmdline").StartsWith("sleep\03141", StringComparison.Ordinal) && Read($"{folder}/environ").Contains(pipeline.Root, StringComparison.Ordinal));

    static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
