using System.Globalization;
using Harvis.Engine.Logging;
using Harvis.Engine.Secrets;

namespace Harvis.Engine.Processes;

/// <summary>Runs real programs.</summary>
/// <remarks>
/// <para>Cancelled or out of time, the whole process tree ends, also what has left it (see <see cref="ProcessTree"/>). After an end of
/// its own accord, what the program left in the background stays: it may have been its purpose. Such a process that still holds the
/// output is waited for only <see cref="DrainTime"/>.</para>
/// <para>The log gets masked text. <see cref="ProcessResult"/> holds the output as it was: it may be the very thing that was asked for.</para>
/// </remarks>
/// <param name="root">The repository's root: where programs run unless their command says otherwise.</param>
/// <param name="log">Gets the output, line by line; written to from several threads.</param>
/// <param name="masker">Masks it. The secrets of a command are registered with it.</param>
/// <param name="clock">The clock of timeouts.</param>
public sealed class ProcessRunner(string root, IRunLog log, SecretMasker masker, TimeProvider clock) : IProcessRunner
{
    /// <summary>How long output may keep coming from others after the program itself has ended: 2 seconds.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RegisterSecrets(command);
        if (!command.Quiet) log.Debug(masker.Mask($"$ {command}"));
        using var timeout = new CancellationTokenSource(command.Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var process = RunningProcess.Start(command, root, clock, LogOf(command));
        try
        {
            await process.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            var left = await process.EndAsync(command.GracePeriod);
            if (left.Count > 0) log.Warning($"{command.Program}: these processes could not be ended: {string.Join(", ", left)}.");
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException(masker.Mask(TookTooLong(command)));
        }

        if (process.IsOutputHeld) log.Debug($"{command.Program} left a process in the background that holds its output; it isn't waited for.");
        return process.Result();
    }

    Func<TextWriter>? LogOf(ProcessCommand command) =>
        command.Quiet ? null : () => new MaskingWriter(new LogLines(log, clock), masker);

    void RegisterSecrets(ProcessCommand command)
    {
        foreach (var secret in command.SecretVariables.Values) masker.Register(secret);
        if (command.SecretInput is { } input) masker.Register(input);
    }

    static string TookTooLong(ProcessCommand command) => string.Create(
        CultureInfo.InvariantCulture,
        $"{command} took longer than {command.Timeout.TotalSeconds:0.###} s, so it was ended with all its processes.");
}
