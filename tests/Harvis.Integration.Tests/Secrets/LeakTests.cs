using System.Text;
using System.Text.Json;
using Shouldly;

namespace Harvis.Integration.Tests.Secrets;

/// <summary>A target does its worst to print a secret; nobody outside the process may find it.</summary>
public sealed class LeakTests
{
    const string Value = "s3cret \"quoted\"/+= värde%&x";

    [Theory]
    [InlineData("")]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITLAB_CI")]
    public async Task Run_TargetPrintsSecret_NothingShowsItInAnyForm(string host)
    {
        using var pipeline = new PipelineProcess();
        pipeline.Variables["HARVIS_API_TOKEN"] = Value;
        pipeline.Variables["GITHUB_STEP_SUMMARY"] = pipeline.PathOf("summary.md");
        if (host.Length > 0) pipeline.Variables[host] = "true";

        var (exitCode, output, error) = await pipeline.RunAsync("Leak", "--verbose");

        exitCode.ShouldBe(1);
        output.ShouldContain("***");
        File.ReadAllText(pipeline.PathOf("arguments")).ShouldContain("Leak", Case.Sensitive, "the arguments of the run and of its child");
        string[] seen = [output, error, .. Directory.GetFiles(pipeline.Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
        foreach (var form in Forms())
            seen.ShouldAllBe(text => !text.Contains(form, StringComparison.OrdinalIgnoreCase), $"in the form {form}");
    }

    [Fact]
    public async Task Run_SecretOnTheCommandLine_IsRefusedUnseen()
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, output, error) = await pipeline.RunAsync("Leak", "--api-token", "hunter2hunter2");

        exitCode.ShouldBe(2);
        error.ShouldContain("HRV1109");
        (output + error).ShouldNotContain("hunter2");
    }

    static IEnumerable<string> Forms()
    {
        yield return Value;
        yield return Value[..12];
        yield return Value[12..];
        yield return Value[^6..];
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)).TrimEnd('=')[..^2];
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Value}"))[8..^4];
        yield return Uri.EscapeDataString(Value);
        yield return JsonEncodedText.Encode(Value).ToString();
    }
}
