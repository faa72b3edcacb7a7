using Harvis.Engine.Http;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Running;

/// <summary>Puts failures into words.</summary>
static class Failures
{
    // errno ENOSPC and EDQUOT on Linux and macOS (EDQUOT differs); ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    static readonly int[] DiskFull = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>One line: what failed.</summary>
    public static string Describe(Exception failure)
    {
        var text = failure is IOException && IsDiskFull(failure)
            ? new Diagnostic(DiagnosticCodes.DiskFull, $"The disk is full: {failure.Message}", "Free some room (for example: docker system df, or delete .nuke/temp/cache) and run again with --continue.").ToString()
            : failure.Message;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].TrimEnd();
    }

    /// <summary>What the log gets: the message, and where it comes from if nobody expected it.</summary>
    public static string Detail(Exception failure) => failure switch
    {
        DiagnosticException or ProcessFailedException or TimeoutException or ProgramNotFoundException or RemoteException => failure.Message,
        IOException when IsDiskFull(failure) => Describe(failure),
        _ => failure.ToString(),
    };

    static bool IsDiskFull(Exception failure) => DiskFull.Contains(failure.HResult);
}
