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
        var text = IsDiskFull(failure) ? DiskIsFull(failure).ToString() : failure.Message;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].TrimEnd();
    }

    /// <summary>What the log gets: the message, and where it comes from if nobody expected it.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="target">Where the target is declared: the place of what names none.</param>
    public static string Detail(Exception failure, SourceLocation? target) => failure switch
    {
        DiagnosticException refused => string.Join('\n', refused.Diagnostics.Select(diagnostic => Placed(diagnostic, target))),
        ProcessFailedException or TimeoutException or ProgramNotFoundException => failure.Message,
        _ when IsDiskFull(failure) => Placed(DiskIsFull(failure), target),
        _ => failure.ToString(),
    };

    /// <summary>Whether trying again is in vain until somebody puts something right.</summary>
    public static bool IsRefusal(Exception failure) => failure is DiagnosticException { IsTransient: false, IsFinding: false } || IsDiskFull(failure);

    static string Placed(Diagnostic diagnostic, SourceLocation? target) => (diagnostic with { Location = diagnostic.Location ?? target }).ToString();

    /// <summary>What is said of a full disk.</summary>
    public static Diagnostic DiskIsFull(Exception failure) => new(
        DiagnosticCodes.DiskFull,
        $"The disk is full: {failure.Message}",
        "Free some room (for example: docker system df, or delete .nuke/temp/cache) and run again with --continue.");

    static bool IsDiskFull(Exception failure) => failure is IOException && DiskFull.Contains(failure.HResult);
}
