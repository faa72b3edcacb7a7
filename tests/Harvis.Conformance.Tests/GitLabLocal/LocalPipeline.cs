using System.Diagnostics;
using Harvis.Conformance.Tests.Judges;

namespace Harvis.Conformance.Tests.GitLabLocal;

/// <summary>Runs a GitLab pipeline for real on this machine, with gitlab-ci-local: each job in a folder of its own, in a shell.</summary>
static class LocalPipeline
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    static string Program => Path.Combine(Repository.Tools, "node_modules", "gitlab-ci-local", "dist", "index.js");

    /// <summary>Skips the test where gitlab-ci-local can't run.</summary>
    public static void Require()
    {
        Assert.SkipWhen(JudgeProgram.Missing is not null, JudgeProgram.Missing ?? "");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "gitlab-ci-local runs jobs in a POSIX shell.");
        Assert.SkipUnless(IsOnPath("rsync"), "gitlab-ci-local needs rsync: ./build.sh InstallJudges --provision installs it.");
    }

    /// <summary>A repository with these files in one commit, which nothing else uses.</summary>
    public static async Task<string> RepositoryAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harvis-gitlab-").FullName;
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            if (!OperatingSystem.IsWindows() && name.EndsWith(".sh", StringComparison.Ordinal)) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }

        await GitAsync(folder, cancellationToken, "init", "--quiet", "--initial-branch", "main");
        await GitAsync(folder, cancellationToken, "remote", "add", "origin", "https://example.invalid/group/project.git");
        await GitAsync(folder, cancellationToken, "add", "--all");
        await GitAsync(folder, cancellationToken, "-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "--quiet", "--message", "Start");
        return folder;
    }

    /// <summary>A clone of a repository's last commit.</summary>
    public static async Task<string> CloneAsync(string repository, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("harvis-gitlab-").FullName;
        await GitAsync(folder, cancellationToken, "clone", "--quiet", repository, folder);
        await GitAsync(folder, cancellationToken, "remote", "set-url", "origin", "https://example.invalid/group/project.git");

        // The jobs fetch the approved commit from there: it is where the clone came from.
        await GitAsync(folder, cancellationToken, "config", $"url.{repository}.insteadOf", "https://example.invalid/group/project.git");
        return folder;
    }

    /// <summary>Runs the whole pipeline. The exit code is not 0 when a job failed that may not.</summary>
    public static Task<(int ExitCode, string Log)> RunAsync(string folder, IReadOnlyList<string> options, CancellationToken cancellationToken) =>
        ProcessAsync(JudgeProgram.Node, folder, [Program, "--force-shell-executor", "--shell-isolation", "--no-color", .. options], cancellationToken);

    static async Task GitAsync(string folder, CancellationToken cancellationToken, params string[] words)
    {
        var (exitCode, log) = await ProcessAsync("git", folder, words, cancellationToken);
        if (exitCode != 0) throw new InvalidOperationException($"git {words[0]} ended with {exitCode}:\n{log}");
    }

    static async Task<(int ExitCode, string Log)> ProcessAsync(string program, string folder, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
