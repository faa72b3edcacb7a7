namespace Harvis.Deployment.GitLab;

/// <summary>A pipeline's status in GitLab's own word: <c>running</c>, <c>success</c>, ….</summary>
/// <param name="Name">The word. See https://docs.gitlab.com/api/pipelines/.</param>
public readonly record struct PipelineStatus(string Name)
{
    /// <summary>Whether it did all it had to do.</summary>
    public bool Succeeded => Name == "success";

    /// <summary>Whether it has ended. Words that GitLab may add later count as unfinished.</summary>
    public bool HasEnded => Name is "success" or "failed" or "canceled" or "skipped";

    /// <summary>Whether it goes on only when a person says so.</summary>
    public bool WaitsForPerson => Name == "manual";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
