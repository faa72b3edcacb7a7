using System.Diagnostics;

namespace Harvis.Integration.Tests;

/// <summary>The pipeline as a process of its own, in a repository of its own.</summary>
sealed class PipelineProcess : IDisposable
{
    static readonly string[] OfCi = ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "HARVIS_NEEDS", "HARVIS_TAKES_OVER", "FORCE_COLOR", "NO_COLOR", "TARGET", "HOST", "VERBOSITY", "PROFILE"];

    readonly bool _isOwn;

    /// <param name="root">The repository, which then stays; null for a new one.</param>
    public PipelineProcess(string? root = null)
    {
        _isOwn = root is null;
        Root = root ?? Directory.CreateTempSubdirectory("harvis-it-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        File.WriteAllText(PathOf("input.txt"), "1");
    }

    public string Root { get; }

    /// <summary>Every variable the pipeline gets besides the inherited ones; those of a CI host are removed first.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The program that is run.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Harvis.Integration.Pipeline.dll");

    public Process Start(params string[] arguments)
    {
        var process = StartProgram("dotnet", [Program, .. arguments]);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Starts a program with the pipeline's environment.</summary>
    public Process StartProgram(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OfCi) start.Environment.Remove(name);
        start.Environment["HARVIS_ROOT"] = Root;
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        return process;
    }

    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunProgramAsync("dotnet", [Program, .. arguments]);

    public async Task<(int ExitCode, string Output, string Error)> RunProgramAsync(string program, params IReadOnlyList<string> arguments)
    {
        using var process = StartProgram(program, arguments);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (_isOwn) Directory.Delete(Root, recursive: true);
    }
}
