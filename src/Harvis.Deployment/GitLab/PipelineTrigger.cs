using System.Globalization;
using Harvis.Deployment.GitLab.Errors;
using Harvis.Engine.Http;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitLab;

/// <summary>
/// Starts a GitLab pipeline for exactly the commit that was approved: waits until GitLab has it, triggers, and waits for the end.
/// </summary>
/// <param name="pipelines">The project's pipelines.</param>
/// <param name="log">Is told each change.</param>
/// <param name="time">The clock.</param>
/// <param name="waits">What is waited for; null for the defaults.</param>
public sealed class PipelineTrigger(IGitLabPipelines pipelines, IRunLog log, TimeProvider time, PipelineWaits? waits = null)
{
    readonly PipelineWaits _waits = waits ?? new PipelineWaits();

    /// <summary>Does it.</summary>
    /// <returns>The pipeline as it was last seen.</returns>
    /// <exception cref="DiagnosticException">The commit or the pipeline's end didn't come in time, the pipeline failed, or it can't be waited for.</exception>
    /// <exception cref="RemoteException">GitLab refused or can't be reached.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the pipeline is cancelled too if the token may.</exception>
    public async Task<PipelineState> TriggerAsync(PipelineRequest request, CancellationToken cancellationToken)
    {
        if (_waits.ForPipeline && !pipelines.CanRead)
            throw new DiagnosticException(new Diagnostic(GitLabCodes.ReadTokenMissing, "Waiting for a GitLab pipeline needs a read token.", "Give the build a token with the scope read_api, or set ForPipeline = false."));
        await WaitForCommitAsync(request.Commit, cancellationToken);
        var made = await pipelines.CreateAsync(request, cancellationToken);
        log.Info($"Pipeline {made.Id} for {request.Commit.Short}: {made.Address}");
        if (made.Commit.Length > 0 && made.Commit != request.Commit.ToString())
            log.Warning($"GitLab runs the pipeline file of {made.Commit}; HARVIS_COMMIT has its jobs build {request.Commit}.");
        return _waits.ForPipeline ? await WaitForEndAsync(made, cancellationToken) : made;
    }

    async Task WaitForCommitAsync(CommitId commit, CancellationToken cancellationToken)
    {
        if (!pipelines.CanRead)
        {
            log.Warning($"Without a read token nobody can tell whether GitLab has {commit.Short} already.");
            return;
        }

        var start = time.GetTimestamp();
        for (var looks = 1; !await pipelines.HasCommitAsync(commit, cancellationToken); looks++)
        {
            if (time.GetElapsedTime(start) >= _waits.CommitTime)
                throw new DiagnosticException(new Diagnostic(GitLabCodes.CommitMissing, $"Commit {commit} isn't in GitLab after {Words(_waits.CommitTime)}.", "Check that the mirror runs and that the commit was pushed.")) { IsTransient = true };
            if (looks == 1) log.Info($"Waiting until GitLab has {commit.Short}.");
            await Task.Delay(_waits.Interval, time, cancellationToken);
        }
    }

    async Task<PipelineState> WaitForEndAsync(PipelineState pipeline, CancellationToken cancellationToken)
    {
        try
        {
            return await WatchAsync(pipeline, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CancelAsync(pipeline);
            throw;
        }
    }

    async Task<PipelineState> WatchAsync(PipelineState pipeline, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var last = ""; ; last = pipeline.Status.Name)
        {
            pipeline = await pipelines.ReadAsync(pipeline.Id, cancellationToken);
            if (pipeline.Status.Name != last) log.Info($"Pipeline {pipeline.Id} is {pipeline.Status}{(pipeline.Status.WaitsForPerson ? $" and waits for a person: {pipeline.Address}" : "")}.");
            if (pipeline.Status.HasEnded) return pipeline.Status.Succeeded ? pipeline : throw Failed(pipeline);
            if (time.GetElapsedTime(start) >= _waits.PipelineTime)
                throw Ended(GitLabCodes.PipelineTooLong, $"Pipeline {pipeline.Id} is {pipeline.Status} after {Words(_waits.PipelineTime)}: {pipeline.Address}", "It goes on; look at it, or raise PipelineTime.");
            await Task.Delay(_waits.Interval, time, cancellationToken);
        }
    }

    // The run's token is cancelled already, so this has a time of its own.
    async Task CancelAsync(PipelineState pipeline)
    {
        using var limit = new CancellationTokenSource(_waits.CancelTime, time);
        try
        {
            await pipelines.CancelAsync(pipeline.Id, limit.Token);
            log.Info($"Pipeline {pipeline.Id} was cancelled.");
        }
        catch (RemoteException refused)
        {
            log.Warning($"Pipeline {pipeline.Id} goes on: {refused.Diagnostic.Message} {pipeline.Address}");
        }
        catch (OperationCanceledException)
        {
            log.Warning($"Pipeline {pipeline.Id} may go on: GitLab didn't answer. {pipeline.Address}");
        }
    }

    static DiagnosticException Failed(PipelineState pipeline)
    {
        var jobs = pipeline.FailedJobs.Count > 0 ? $" in {string.Join(", ", pipeline.FailedJobs.Select(job => $"\"{job}\""))}" : "";
        return Ended(GitLabCodes.PipelineFailed, $"Pipeline {pipeline.Id} ended as {pipeline.Status}{jobs}: {pipeline.Address}", "Read the jobs' logs there.");
    }

    // Trying again would deliver a second time.
    static DiagnosticException Ended(DiagnosticCode code, string message, string remedy) => new(new Diagnostic(code, message, remedy)) { IsFinding = true };

    static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
