namespace Harvis.Engine.Running;

/// <summary>How a node ended.</summary>
public enum NodeOutcome
{
    /// <summary>Its body ran and succeeded.</summary>
    Succeeded,

    /// <summary>Its inputs hadn't changed; its outputs are in place.</summary>
    Unchanged,

    /// <summary>It had succeeded with the same inputs in the run that this one continues.</summary>
    Resumed,

    /// <summary>A condition, <c>--skip</c> or <c>--only</c> left it out.</summary>
    Skipped,

    /// <summary>With <c>--dry-run</c>: it would have run.</summary>
    WouldRun,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>What it depends on failed, so it didn't run.</summary>
    Blocked,

    /// <summary>The run was cancelled before it ended.</summary>
    Cancelled,
}
