using Shouldly;

namespace Harvis.Integration.Tests.Secrets;

/// <summary>Secrets of several lines, and the way to a child process.</summary>
public sealed class LeakPathTests
{
    const string Key = "-----BEGIN KEY-----\nMIIEow1BAAKCAQEA7bq\nzz9 second/line+of=it\n-----END KEY-----\n";

    [Theory]
    [InlineData("")]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITLAB_CI")]
    public async Task Run_TargetPrintsSecretOfSeveralLines_NothingShowsAnyOfThem(string host)
    {
        using var pipeline = new PipelineProcess();
        pipeline.Variables["HARVIS_SIGNING_KEY"] = Key.Trim();
        pipeline.Variables["GITHUB_STEP_SUMMARY"] = pipeline.PathOf("summary.md");
        if (host.Length > 0) pipeline.Variables[host] = "true";

        var (exitCode, output, error) = await pipeline.RunAsync("LeakLines", "--verbose");

        exitCode.ShouldBe(1);
        output.ShouldContain("line ***");
        output.ShouldContain("ended with code 3");
        string[] seen = [output, error, .. Directory.GetFiles(pipeline.Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
        foreach (var part in new[] { "MIIEow1BAAKCAQEA7bq", "zz9 second/line+of=it", "second/line" })
            seen.ShouldAllBe(text => !text.Contains(part, StringComparison.Ordinal), part);
    }

    [Fact]
    public async Task Run_SecretFromAFile_IsMaskedTheSame()
    {
        using var pipeline = new PipelineProcess();
        var file = Path.Combine(Directory.CreateTempSubdirectory("harvis-key-").FullName, "key");
        await File.WriteAllTextAsync(file, Key, TestContext.Current.CancellationToken);
        pipeline.Variables["HARVIS_SIGNING_KEY_FILE"] = file;

        var (exitCode, output, error) = await pipeline.RunAsync("LeakLines", "--verbose");

        exitCode.ShouldBe(1);
        output.ShouldContain("line ***");
        (output + error).ShouldNotContain("MIIEow1");
        (output + error).ShouldNotContain("zz9");
    }

    [Fact]
    public async Task Run_ChildGetsSecret_NoProcessHasItAmongItsArguments()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here; Linux has it.");
        const string value = "7hand0ver7-secret";
        using var pipeline = new PipelineProcess();
        pipeline.Variables["HARVIS_API_TOKEN"] = value;
        using var process = pipeline.Start("HandOver", "--verbose");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        var looks = 0;
        while (!process.HasExited)
        {
            if (File.Exists(pipeline.PathOf("handed"))) looks++;
            Processes().ShouldAllBe(arguments => !arguments.Contains(value, StringComparison.Ordinal));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        process.ExitCode.ShouldBe(0, await output + await error);
        looks.ShouldBeGreaterThan(0, "the child was looked at while it ran");
    }

    [Fact]
    public async Task Plan_SecretsAreSet_NothingAboutThemIsPrinted()
    {
        const string value = "7asked7-secret";
        using var pipeline = new PipelineProcess();
        pipeline.Variables["HARVIS_API_TOKEN"] = value;

        foreach (var arguments in new string[][] { ["--help"], ["Leak", "--plan"], ["Leak", "--plan", "--json"], ["--graph"], ["--complete", "--api"], [value] })
        {
            var (_, output, error) = await pipeline.RunAsync(arguments);
            (output + error).ShouldNotContain(value);
        }
    }

    static IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(folder =>
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    });
}
