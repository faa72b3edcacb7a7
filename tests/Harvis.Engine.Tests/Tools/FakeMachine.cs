using System.Collections.Concurrent;
using Harvis.Engine.Environments;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tests.Tools;

/// <summary>A machine that is only told of: its files, programs and services, and what was run on it, in order.</summary>
sealed class FakeMachine : IProcessRunner, IServiceProbe, IMachineFiles, IEnvironment, IRunLog
{
    readonly ConcurrentQueue<string> _commands = new();
    readonly ConcurrentQueue<string> _log = new();
    readonly List<(string Prefix, Func<ProcessCommand, CancellationToken, Task<ProcessResult>> Answer)> _programs = [];

    public Dictionary<string, string> Files { get; } = [];

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = "/usr/local/bin:/usr/bin" };

    /// <summary>What answers at an address, by address and path.</summary>
    public Dictionary<string, Func<ServiceAnswer>> Services { get; } = [];

    public IReadOnlyList<string> Commands => [.. _commands];

    public IReadOnlyList<string> Log => [.. _log];

    public IReadOnlyCollection<string> Names => Variables.Keys;

    /// <summary>Lets commands that start with a text answer; the last rule that fits wins.</summary>
    public FakeMachine On(string prefix, string output = "", int exitCode = 0, string error = "", Action? then = null) => On(prefix, (command, _) =>
    {
        then?.Invoke();
        return Task.FromResult(new ProcessResult(command, exitCode, output, error));
    });

    public FakeMachine On(string prefix, Func<ProcessCommand, CancellationToken, Task<ProcessResult>> answer)
    {
        _programs.Insert(0, (prefix, answer));
        return this;
    }

    public FakeMachine Hangs(string prefix) => On(prefix, (_, _) => throw new TimeoutException());

    public FakeMachine Without(string prefix) => On(prefix, (command, _) => throw new ProgramNotFoundException(command.Program));

    public void ForgetCommands() => _commands.Clear();

    public Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var typed = command.ToString();
        _commands.Enqueue(typed);
        var rule = _programs.Find(program => typed.StartsWith(program.Prefix, StringComparison.Ordinal));
        return rule.Answer?.Invoke(command, cancellationToken) ?? throw new ProgramNotFoundException(command.Program);
    }

    public Task<ServiceAnswer> GetAsync(Uri service, string path, CancellationToken cancellationToken) =>
        Services.TryGetValue(service.ToString().TrimEnd('/') + path, out var answer)
            ? Task.FromResult(answer())
            : throw new ServiceUnreachableException($"nothing listens at {service}");

    public bool Exists(string path) => Files.ContainsKey(path);

    public string? ReadText(string path) => Files.GetValueOrDefault(path);

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public void Write(LogLevel level, string text) => _log.Enqueue(level == LogLevel.Info ? text : $"{level}: {text}");
}
