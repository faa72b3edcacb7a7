namespace Harvis.Model.Ci;

/// <summary>How a job ended.</summary>
public enum CiOutcome
{
    /// <summary>It did what it had to do.</summary>
    Succeeded,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>It didn't run: not for this event, or not after what became of others.</summary>
    Skipped,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
