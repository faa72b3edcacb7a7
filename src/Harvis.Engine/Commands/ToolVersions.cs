using System.Collections.Concurrent;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Running;

namespace Harvis.Engine.Commands;

/// <summary>Asks programs for their versions (<c>PROGRAM --version</c>), each once a run.</summary>
sealed class ToolVersions(NodeProcesses processes)
{
    readonly ConcurrentDictionary<string, Task<string>> _versions = new(StringComparer.Ordinal);

    public Task<string> OfAsync(string program, CancellationToken cancellationToken) =>
        _versions.GetOrAdd(program, name => AskAsync(name, cancellationToken));

    async Task<string> AskAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            var command = new ProcessCommand(program, "--version") { Quiet = true, Timeout = TimeSpan.FromSeconds(30) };
            var result = await processes.For(null!, new NoLog()).RunAsync(command, cancellationToken);
            return result.Output.Trim();
        }
        catch (ProgramNotFoundException)
        {
            return "";
        }
    }

    sealed class NoLog : IRunLog
    {
        public void Write(LogLevel level, string text)
        {
        }
    }
}
