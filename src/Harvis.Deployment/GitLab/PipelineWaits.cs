namespace Harvis.Deployment.GitLab;

/// <summary>What a <see cref="PipelineTrigger"/> waits for, and how long.</summary>
public sealed record PipelineWaits
{
    /// <summary>Whether the pipeline's end is waited for, and its failure is a failure. The default is true; it needs a read token.</summary>
    public bool ForPipeline { get; init; } = true;

    /// <summary>How long the commit may take to reach GitLab, which mirrors it. The default is 5 minutes.</summary>
    public TimeSpan CommitTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the pipeline may take. The default is 1 hour.</summary>
    public TimeSpan PipelineTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long between two looks. The default is 5 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long cancelling the pipeline may take after the run was cancelled. The default is 15 s.</summary>
    public TimeSpan CancelTime { get; init; } = TimeSpan.FromSeconds(15);
}
