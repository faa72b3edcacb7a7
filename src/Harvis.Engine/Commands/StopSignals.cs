using System.Runtime.InteropServices;

namespace Harvis.Engine.Commands;

/// <summary>
/// Turns the signals that end a process into tokens: the first one stops the run (what is assured still runs), a second interrupt
/// cancels that too. No signal ends the process before its clean-up.
/// </summary>
sealed class StopSignals : IDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly CancellationTokenSource _kill = new();
    readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Received),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Received),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Cancelled by the second.</summary>
    public CancellationToken Kill => _kill.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
        _kill.Dispose();
    }

    void Received(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested) _kill.Cancel();
        else _stop.Cancel();
    }
}
