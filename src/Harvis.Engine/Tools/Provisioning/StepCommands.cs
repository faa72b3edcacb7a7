using Harvis.Engine.Processes;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>Runs the commands of the steps: says each one before it, as root where that is needed, again where the network failed.</summary>
sealed class StepCommands(IProcessRunner processes, ProvisionLog log, ProvisionOptions options, TimeProvider clock)
{
    static readonly string[] TransientTexts =
    [
        "Temporary failure", "Could not resolve", "Could not connect", "Unable to connect", "Connection timed out", "Connection failed",
        "Connection reset", "Failed to fetch", "Hash Sum mismatch", "Could not get lock", "Unable to lock", "Unable to acquire",
    ];

    /// <summary>Whether commands that need root go through sudo. Decided once, by <see cref="GetRightsAsync"/>.</summary>
    public bool UsesSudo { get; private set; }

    /// <summary>Finds out how to get the rights of root.</summary>
    /// <returns>False where there is no way that asks for no password.</returns>
    public async Task<bool> GetRightsAsync(CancellationToken cancellationToken)
    {
        if ((await TryAsync(new ProcessCommand("id", "-u"), cancellationToken))?.Output.Trim() == "0") return true;
        UsesSudo = (await TryAsync(new ProcessCommand("sudo", "-n", "true"), cancellationToken))?.ExitCode == 0;
        return UsesSudo;
    }

    /// <summary>The command as root.</summary>
    public ProcessCommand AsRoot(ProcessCommand command) =>
        UsesSudo ? command with { Program = "sudo", Arguments = ["-n", command.Program, .. command.Arguments] } : command;

    /// <summary>Runs a command to its end, again after each failure of the network as long as tries are left.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        log.Running(command);
        var result = await processes.RunAsync(command, cancellationToken);
        foreach (var delay in options.RetryDelays.TakeWhile(_ => IsTransient(result)))
        {
            log.Retrying(command, Reason(result), delay);
            await Task.Delay(delay, clock, cancellationToken);
            result = await processes.RunAsync(command, cancellationToken);
        }

        return result;
    }

    /// <summary>Runs a command that must succeed.</summary>
    /// <exception cref="ProcessFailedException">It didn't.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<ProcessResult> RequireAsync(ProcessCommand command, CancellationToken cancellationToken) =>
        (await RunAsync(command, cancellationToken)).EnsureSuccess();

    /// <summary>Runs a command of which only its success matters, quietly; null where there is no such program or it hangs.</summary>
    public async Task<ProcessResult?> TryAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await processes.RunAsync(command with { Quiet = true, Timeout = TimeSpan.FromSeconds(10) }, cancellationToken);
        }
        catch (Exception e) when (e is ProgramNotFoundException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether a failure, or a warning of success, is one that passes by itself.</summary>
    public static bool IsTransient(ProcessResult result) => IsTransient(result.Error);

    /// <summary>The first line that tells of such a failure, or the last one.</summary>
    public static string Reason(ProcessResult result)
    {
        var lines = result.Error.Trim().Split('\n').Select(line => line.Trim()).ToArray();
        return lines.FirstOrDefault(IsTransient) ?? lines[^1];
    }

    static bool IsTransient(string text) => TransientTexts.Any(known => text.Contains(known, StringComparison.Ordinal));
}
