namespace Harvis.Engine.Processes;

/// <summary>Runs programs. What they print goes, masked, to the log of the target that runs them.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="cancellationToken">Ends it with its whole process tree.</param>
    /// <returns>Its exit code and output; a code other than 0 isn't an exception here, see <see cref="ProcessResult.EnsureSuccess"/>.</returns>
    /// <exception cref="ProgramNotFoundException">There is no such program.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="ProcessCommand.Timeout"/> and was killed with its process tree.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process tree is gone.</exception>
    Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken);
}
