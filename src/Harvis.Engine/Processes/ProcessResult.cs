namespace Harvis.Engine.Processes;

/// <summary>How a program ended.</summary>
/// <param name="Command">What ran.</param>
/// <param name="ExitCode">0 is success for most programs; 128 + n where signal n ended it.</param>
/// <param name="Output">Its standard output, at most the last <see cref="MaxCapturedChars"/> characters.</param>
/// <param name="Error">Its standard error, likewise.</param>
public sealed record ProcessResult(ProcessCommand Command, int ExitCode, string Output, string Error)
{
    /// <summary>How much of each stream is kept: 16 Mi characters.</summary>
    public const int MaxCapturedChars = 16 * 1024 * 1024;

    /// <summary>This result if it is a success.</summary>
    /// <exception cref="ProcessFailedException">The exit code isn't 0.</exception>
    public ProcessResult EnsureSuccess() => ExitCode == 0 ? this : throw new ProcessFailedException(this);
}
