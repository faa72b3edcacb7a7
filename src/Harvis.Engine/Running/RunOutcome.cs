namespace Harvis.Engine.Running;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>Every node ended well. Exit code 0.</summary>
    Succeeded,

    /// <summary>A node failed. Exit code 1, or 2 where nodes failed by refusals only.</summary>
    Failed,

    /// <summary>Somebody stopped it. Exit code 130.</summary>
    Cancelled,
}
