using System.Text.Json;
using Harvis.Deployment.GitLab.Errors;
using Harvis.Engine.Logging;
using Harvis.Engine.Secrets;
using Harvis.Model.Secrets;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitLab;

/// <summary>The pipelines of one project, over GitLab's REST API v4: https://docs.gitlab.com/api/pipeline_triggers/.</summary>
public sealed class GitLabPipelines : IGitLabPipelines, IDisposable
{
    // Creating isn't repeatable; where nobody knows whether it was done, it is looked for, and tried anew where it surely wasn't.
    const int MaxCreations = 3;

    readonly Secret _trigger;
    readonly GitLabApi _api;
    readonly PipelineSearch _search;
    readonly IRunLog _log;

    /// <summary>Pipelines of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="trigger">Its pipeline trigger token.</param>
    /// <param name="read">What may read; null where pipelines are only triggered.</param>
    /// <param name="log">Is told what happens.</param>
    /// <param name="time">The clock of waits and time limits.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="random">Where the jitter of waits comes from; null for the shared one.</param>
    /// <exception cref="Model.Diagnostics.DiagnosticException">Tokens would go over plain HTTP.</exception>
    public GitLabPipelines(GitLabProject project, Secret trigger, GitLabReadToken? read, IRunLog log, TimeProvider time, GitLabClientOptions? options = null, Random? random = null)
    {
        var masker = new SecretMasker();
        masker.Register(trigger);
        if (read is not null) masker.Register(read.Value);
        (_trigger, _log) = (trigger, log);
        _api = new GitLabApi(project, read, masker, log, options ?? new GitLabClientOptions(), time, random);
        _search = new PipelineSearch(_api);
    }

    /// <inheritdoc/>
    public bool CanRead => _api.CanRead;

    /// <inheritdoc/>
    public async Task<bool> HasCommitAsync(CommitId commit, CancellationToken cancellationToken)
    {
        using var found = await _api.ReadAsync($"repository/commits/{commit}", mayBeMissing: true, cancellationToken);
        return found is not null;
    }

    /// <inheritdoc/>
    public async Task<PipelineState> CreateAsync(PipelineRequest request, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("token", _trigger.Reveal()),
            new("ref", request.RefName),
            .. request.AllVariables.Select(variable => new KeyValuePair<string, string>($"variables[{variable.Key}]", variable.Value)),
        ];
        for (var creation = 1; ; creation++)
        {
            try
            {
                using var made = await _api.PostAsync("trigger/pipeline", form, cancellationToken);
                return State(made.RootElement, HttpMethod.Post, "trigger/pipeline");
            }
            catch (GitLabException fault) when (MayHaveBeenMade(fault))
            {
                if (await FindAsync(request, fault, creation, cancellationToken) is { } made) return made;
                if (creation == MaxCreations) throw;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<PipelineState> ReadAsync(long id, CancellationToken cancellationToken)
    {
        using var read = await _api.ReadAsync($"pipelines/{id}", mayBeMissing: false, cancellationToken);
        var state = State(read!.RootElement, HttpMethod.Get, $"pipelines/{id}");
        return state.Status.Name == "failed" ? state with { FailedJobs = await FailedJobsAsync(id, cancellationToken) } : state;
    }

    /// <inheritdoc/>
    public Task CancelAsync(long id, CancellationToken cancellationToken) => _api.PostWithTokenAsync($"pipelines/{id}/cancel", cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _api.Dispose();

    async Task<PipelineState?> FindAsync(PipelineRequest request, GitLabException fault, int creation, CancellationToken cancellationToken)
    {
        var call = _api.Call(HttpMethod.Post, "trigger/pipeline", creation);
        if (!CanRead) throw GitLabFailure.Uncertain(call, "no certain answer, and no read token to look whether the pipeline was made", fault);
        _log.Warning($"GitLab gave no certain answer; looking whether the pipeline was made. {fault.Diagnostic.Message}");
        try
        {
            return await _search.FindAsync(request, cancellationToken) is { } id ? await ReadAsync(id, cancellationToken) : null;
        }
        catch (GitLabException unreadable)
        {
            throw GitLabFailure.Uncertain(call, $"no certain answer, and looking whether the pipeline was made failed too: {unreadable.Diagnostic.Message.TrimEnd('.')}", fault);
        }
    }

    // A refusal below 500 is certain; so is a connection that never was.
    static bool MayHaveBeenMade(GitLabException fault) =>
        fault.StatusCode is { } status
            ? (int)status >= 500 && !(status == System.Net.HttpStatusCode.ServiceUnavailable && fault.RetryAfter is not null)
            : fault.InnerException is { } cause && !Engine.Http.ConnectionFault.IsBeforeSending(cause);

    async Task<IReadOnlyList<string>> FailedJobsAsync(long id, CancellationToken cancellationToken)
    {
        using var jobs = await _api.ReadAsync($"pipelines/{id}/jobs?scope[]=failed&per_page=100", mayBeMissing: false, cancellationToken);
        return
        [
            .. jobs!.RootElement.EnumerateArray()
                .Where(job => !(job.TryGetProperty("allow_failure", out var allowed) && allowed.ValueKind == JsonValueKind.True))
                .Select(job => Engine.Http.ServerWords.Printable(job.GetProperty("name").GetString() ?? ""))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    PipelineState State(JsonElement pipeline, HttpMethod method, string rest) =>
        pipeline.ValueKind == JsonValueKind.Object
        && pipeline.TryGetProperty("id", out var id) && id.TryGetInt64(out var number)
        && pipeline.TryGetProperty("status", out var status) && status.GetString() is { Length: > 0 } word
        && pipeline.TryGetProperty("web_url", out var address) && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var web)
            ? new PipelineState(number, web, pipeline.TryGetProperty("sha", out var sha) ? sha.GetString() ?? "" : "", new PipelineStatus(word))
            : throw GitLabFailure.Unexpected(_api.Call(method, rest), "an answer that is no pipeline");
}
