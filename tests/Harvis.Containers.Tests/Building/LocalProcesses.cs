using System.Diagnostics;
using System.Text;
using Harvis.Engine.Processes;

namespace Harvis.Containers.Tests.Building;

/// <summary>Runs real programs, for tests against real tools.</summary>
public sealed class LocalProcesses(string root) : IProcessRunner
{
    public List<ProcessCommand> Ran { get; } = [];

    /// <summary>Whether a program is on PATH.</summary>
    public static bool Has(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        lock (Ran) Ran.Add(command);
        using var process = Start(command);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(command.Timeout);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (command.Input is not null) await process.StandardInput.WriteAsync(command.Input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(limited.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            if (cancellationToken.IsCancellationRequested) throw;
            throw new TimeoutException($"{command} took too long.");
        }

        return new ProcessResult(command, process.ExitCode, await output, await error);
    }

    Process Start(ProcessCommand command)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(false),
            WorkingDirectory = command.WorkingDirectory ?? root,
        };
        foreach (var argument in command.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in command.Variables) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new ProgramNotFoundException(command.Program, missing);
        }
    }
}
