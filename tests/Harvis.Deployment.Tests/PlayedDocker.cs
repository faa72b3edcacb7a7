using Harvis.Engine.Processes;
using Harvis.Testing.Processes;

namespace Harvis.Deployment.Tests;

/// <summary>A docker that answers <c>ps</c>, <c>compose up</c> and <c>compose logs</c> as a test says.</summary>
sealed class PlayedDocker
{
    readonly Queue<string> _lists = new();
    string _list = "";

    public PlayedDocker() => Runner.Plays("docker", Answer);

    public FakeProcessRunner Runner { get; } = new();

    public int ListExitCode { get; init; }

    public int UpExitCode { get; init; }

    public string UpError { get; init; } = "";

    public string Logs { get; init; } = "";

    /// <summary>What happens while <c>up</c> runs.</summary>
    public Action? DuringUp { get; init; }

    /// <summary>The verbs that ran, in order.</summary>
    public IEnumerable<string> Verbs => Runner.Commands.Select(Verb);

    public ProcessCommand Up => Runner.Commands.Single(command => Verb(command) == "up");

    /// <summary>The next answer of <c>ps</c>; the last one stays.</summary>
    public PlayedDocker Lists(params string[] containers)
    {
        _lists.Enqueue(string.Concat(containers.Select(container => container + "\n")));
        return this;
    }

    public static string Container(string name, string release, string state = "running", string status = "Up 2 minutes (healthy)", string ports = "") =>
        $"{name}\t{state}\t{status}\t{release}\t{ports}";

    ProcessResult Answer(ProcessCommand command)
    {
        switch (Verb(command))
        {
            case "ps":
                if (_lists.TryDequeue(out var next)) _list = next;
                return new ProcessResult(command, ListExitCode, _list, ListExitCode == 0 ? "" : "Cannot connect to the Docker daemon");
            case "up":
                DuringUp?.Invoke();
                return new ProcessResult(command, UpExitCode, "", UpError);
            default:
                return new ProcessResult(command, 0, Logs, "");
        }
    }

    static string Verb(ProcessCommand command) => new[] { "up", "logs", "ps" }.First(command.Arguments.Contains);
}
