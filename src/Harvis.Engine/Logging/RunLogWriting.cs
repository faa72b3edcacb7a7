namespace Harvis.Engine.Logging;

/// <summary>Shorter words for writing to a log.</summary>
public static class RunLogWriting
{
    /// <summary>Writes what is shown with <c>--verbose</c>.</summary>
    public static void Debug(this IRunLog log, string text) => log.Write(LogLevel.Debug, text);

    /// <summary>Writes what a target does.</summary>
    public static void Info(this IRunLog log, string text) => log.Write(LogLevel.Info, text);

    /// <summary>Writes what may be wrong.</summary>
    public static void Warning(this IRunLog log, string text) => log.Write(LogLevel.Warning, text);

    /// <summary>Writes what went wrong.</summary>
    public static void Error(this IRunLog log, string text) => log.Write(LogLevel.Error, text);
}
