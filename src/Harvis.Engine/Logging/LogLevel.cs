namespace Harvis.Engine.Logging;

/// <summary>How much a log entry matters.</summary>
public enum LogLevel
{
    /// <summary>Shown with <c>--verbose</c>.</summary>
    Debug,

    /// <summary>What a target does.</summary>
    Info,

    /// <summary>What may be wrong; counted in the summary.</summary>
    Warning,

    /// <summary>What went wrong.</summary>
    Error,
}
