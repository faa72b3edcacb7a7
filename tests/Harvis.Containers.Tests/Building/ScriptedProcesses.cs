using Harvis.Engine.Processes;

namespace Harvis.Containers.Tests.Building;

/// <summary>Answers like programs would, without running any.</summary>
public sealed class ScriptedProcesses(Func<ProcessCommand, (int Code, string Output, string Error)?> answer) : IProcessRunner
{
    public List<ProcessCommand> Ran { get; } = [];

    public static ScriptedProcesses WithoutPrograms => new(_ => null);

    public Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Ran) Ran.Add(command);
        return answer(command) is var (code, output, error)
            ? Task.FromResult(new ProcessResult(command, code, output, error))
            : throw new ProgramNotFoundException(command.Program);
    }
}
