namespace Harvis.Model.Environments;

/// <summary>How much an application logs.</summary>
public enum LogLevel
{
    /// <summary>Everything.</summary>
    Debug,

    /// <summary>What happens in normal use.</summary>
    Info,

    /// <summary>What may be wrong.</summary>
    Warning,

    /// <summary>What went wrong.</summary>
    Error,
}
