using Harvis.Engine.Processes;
using Harvis.Testing.Logging;
using Harvis.Testing.Processes;

namespace Harvis.Deployment.Tests.Compose;

/// <summary>A <c>docker</c> that a test plays: what <c>ps</c> lists before and after <c>up</c>, and how <c>up</c> ends.</summary>
sealed class FakeCompose
{
    bool _isUp;

    public FakeCompose() => Processes = new FakeProcessRunner(Log).Plays("docker", AnswerAsync);

    public RecordingLog Log { get; } = new();

    public FakeProcessRunner Processes { get; }

    /// <summary>What runs before, as lines of <c>ps</c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>What runs afterwards.</summary>
    public string After { get; init; } = "";

    public int UpCode { get; init; }

    public string UpError { get; init; } = "";

    public string Logs { get; init; } = "";

    /// <summary>Whether <c>up</c> waits until it is cancelled.</summary>
    public bool Hangs { get; init; }

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The commands as typed, without the folder.</summary>
    public IReadOnlyList<string> Typed(string folder) => [.. Processes.Commands.Select(command => command.ToString().Replace(folder, "FOLDER", StringComparison.Ordinal))];

    async Task<ProcessResult> AnswerAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        if (command.Arguments[0] == "ps") return new ProcessResult(command, 0, _isUp ? After : Before, "");
        if (command.Arguments.Contains("logs")) return new ProcessResult(command, 0, Logs, "");
        _isUp = true;
        Started.SetResult();
        if (Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
        return new ProcessResult(command, UpCode, "", UpError);
    }
}
