using Harvis.Engine.Http;

namespace Harvis.Deployment.GitLab;

/// <summary>The pipelines of one GitLab project.</summary>
public interface IGitLabPipelines
{
    /// <summary>Whether commits and pipelines can be read; without a read token only <see cref="CreateAsync"/> works.</summary>
    bool CanRead { get; }

    /// <summary>Whether the project has a commit.</summary>
    /// <exception cref="RemoteException">GitLab doesn't say.</exception>
    Task<bool> HasCommitAsync(Model.Versions.CommitId commit, CancellationToken cancellationToken);

    /// <summary>Makes a pipeline, once.</summary>
    /// <exception cref="RemoteException">It wasn't made, or nobody can say; the code tells which.</exception>
    Task<PipelineState> CreateAsync(PipelineRequest request, CancellationToken cancellationToken);

    /// <summary>Reads how far a pipeline is; where it has failed, which jobs did.</summary>
    /// <exception cref="RemoteException">GitLab doesn't say.</exception>
    Task<PipelineState> ReadAsync(long id, CancellationToken cancellationToken);

    /// <summary>Cancels a pipeline.</summary>
    /// <exception cref="RemoteException">The token may not, or GitLab doesn't answer.</exception>
    Task CancelAsync(long id, CancellationToken cancellationToken);
}
