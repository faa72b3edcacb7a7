using System.Collections.Concurrent;
using Harvis.Engine.Processes;

namespace Harvis.Testing.Processes;

/// <summary>Programs that a test plays. What it doesn't play isn't installed.</summary>
public sealed class FakeProcessRunner : IProcessRunner
{
    readonly ConcurrentDictionary<string, Func<ProcessCommand, ProcessResult>> _programs = new(StringComparer.Ordinal);
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
    public FakeProcessRunner Plays(string program, Func<ProcessCommand, ProcessResult> answer)
    {
        _programs[program] = answer;
        return this;
    }

    /// <inheritdoc/>
    public Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        _commands.Enqueue(command);
        return _programs.TryGetValue(command.Program, out var answer)
            ? Task.FromResult(answer(command))
            : Task.FromException<ProcessResult>(new ProgramNotFoundException(command.Program));
    }
}
