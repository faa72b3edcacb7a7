using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Harvis.Engine.Processes;

/// <summary>A process that has been started, with what goes in and comes out.</summary>
sealed class RunningProcess : IDisposable
{
    readonly ProcessCommand _command;
    readonly Process _process;
    readonly ProcessTree _tree;
    readonly TimeProvider _clock;
    readonly CancellationTokenSource _pumping = new();
    readonly OutputPump _output;
    readonly OutputPump _error;
    readonly Task _pumps;

    RunningProcess(ProcessCommand command, Process process, ProcessTree tree, TimeProvider clock, Func<TextWriter>? log)
    {
        (_command, _process, _tree, _clock) = (command, process, tree, clock);
        _output = new OutputPump(process.StandardOutput.BaseStream, log?.Invoke());
        _error = new OutputPump(process.StandardError.BaseStream, log?.Invoke());
        _pumps = Task.WhenAll(_output.RunAsync(_pumping.Token), _error.RunAsync(_pumping.Token), WriteInputAsync(_pumping.Token));
    }

    /// <summary>Whether somebody else still held the output when the process had ended.</summary>
    public bool IsOutputHeld { get; private set; }

    /// <exception cref="ProgramNotFoundException">There is no such program, or it can't be executed.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such working directory.</exception>
    public static RunningProcess Start(ProcessCommand command, string root, TimeProvider clock, Func<TextWriter>? log)
    {
        var directory = Path.GetFullPath(command.WorkingDirectory ?? ".", root);
        if (!Directory.Exists(directory)) throw new DirectoryNotFoundException($"There is no folder {directory} to run {command.Program} in.");
        var start = new ProcessStartInfo
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in command.Variables) SetVariable(start, name, value);
        foreach (var (name, secret) in command.SecretVariables) SetVariable(start, name, secret.Reveal());
        var marker = ProcessTree.Mark(start.Environment);
        start.FileName = ProgramPath.Find(command.Program, directory, start.Environment);
        try
        {
            var process = Process.Start(start) ?? throw new ProgramNotFoundException(command.Program);
            return new RunningProcess(command, process, ProcessTree.Of(process, marker, clock), clock, log);
        }
        catch (Win32Exception e)
        {
            throw new ProgramNotFoundException(command.Program, e);
        }
    }

    /// <summary>Waits for the process and then, for a bounded time, for its output.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Ends the process tree.</summary>
    /// <returns>The ids of processes that are still there; empty but for those that belong to another user or hang in the kernel.</returns>
    public async Task<IReadOnlyList<int>> EndAsync(TimeSpan gracePeriod)
    {
        var left = await _tree.EndAsync(gracePeriod);
        await DrainAsync(CancellationToken.None);
        return left;
    }

    public ProcessResult Result() => new(_command, _process.ExitCode, _output.Text, _error.Text);

    public void Dispose()
    {
        _pumping.Cancel();
        _pumping.Dispose();
        _process.Dispose();
    }

    async Task DrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _pumps.WaitAsync(ProcessRunner.DrainTime, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            IsOutputHeld = true;
            await _pumping.CancelAsync();
            await _pumps;
        }
    }

    async Task WriteInputAsync(CancellationToken cancellationToken)
    {
        var input = _process.StandardInput.BaseStream;
        try
        {
            var text = _command.SecretInput?.Reveal() ?? _command.Input;
            if (!string.IsNullOrEmpty(text)) await input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It ended, or closed its input, without reading all of it: its right.
        }
        finally
        {
            CloseInput(input);
        }
    }

    static void CloseInput(Stream input)
    {
        try
        {
            input.Dispose();
        }
        catch (IOException)
        {
            // Nobody is there any more to see the end of the input.
        }
    }

    static void SetVariable(ProcessStartInfo start, string name, string? value)
    {
        if (value is null) start.Environment.Remove(name);
        else start.Environment[name] = value;
    }
}
