using System.Collections.Concurrent;
using System.Globalization;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;

namespace Harvis.Testing.Processes;

/// <summary>Programs that a test plays. What it doesn't play isn't installed. Time limits and cancelling hold as they do for real programs.</summary>
/// <param name="log">Gets what programs print, line by line, unless their command is quiet; null for nobody.</param>
/// <param name="clock">The clock of time limits; null for the real one.</param>
public sealed class FakeProcessRunner(IRunLog? log = null, TimeProvider? clock = null) : IProcessRunner
{
    readonly ConcurrentDictionary<string, Func<ProcessCommand, CancellationToken, Task<ProcessResult>>> _programs = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<ProcessCommand> _commands = new();

    /// <summary>All commands that ran, in order; those of programs that aren't installed too.</summary>
    public IReadOnlyList<ProcessCommand> Commands => [.. _commands];

    /// <summary>Plays a program.</summary>
    /// <param name="program">Its name, as commands say it.</param>
    /// <param name="output">What it prints.</param>
    /// <param name="exitCode">How it ends; the default is success.</param>
    /// <param name="error">What it prints on standard error.</param>
    public FakeProcessRunner Plays(string program, string output, int exitCode = 0, string error = "") =>
        Plays(program, command => new ProcessResult(command, exitCode, output, error));

    /// <summary>Plays a program.</summary>
    /// <param name="program">Its name, as commands say it.</param>
    /// <param name="answer">Makes the result of each command.</param>
    public FakeProcessRunner Plays(string program, Func<ProcessCommand, ProcessResult> answer) =>
        Plays(program, (command, _) => Task.FromResult(answer(command)));

    /// <summary>Plays a program that takes its time.</summary>
    /// <param name="program">Its name, as commands say it.</param>
    /// <param name="answer">Makes the result of each command; its token ends with the command's time limit and the caller's token.</param>
    public FakeProcessRunner Plays(string program, Func<ProcessCommand, CancellationToken, Task<ProcessResult>> answer)
    {
        _programs[program] = answer;
        return this;
    }

    /// <inheritdoc/>
    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        _commands.Enqueue(command);
        if (!_programs.TryGetValue(command.Program, out var answer)) throw new ProgramNotFoundException(command.Program);
        var result = await WithinItsTimeAsync(answer, command, cancellationToken).ConfigureAwait(false);
        if (!command.Quiet) Log(result.Output + result.Error);
        return result;
    }

    async Task<ProcessResult> WithinItsTimeAsync(
        Func<ProcessCommand, CancellationToken, Task<ProcessResult>> answer, ProcessCommand command, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(command.Timeout, clock ?? TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await answer(command, stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{command} took longer than {command.Timeout.TotalSeconds:0.###} s."));
        }
    }

    void Log(string printed)
    {
        if (log is null || printed.Length == 0) return;
        foreach (var line in printed.TrimEnd('\n').Split('\n')) log.Info(line);
    }
}
