using System.Text.Json;
using Harvis.Deployment.GitLab.Errors;

namespace Harvis.Deployment.GitLab;

/// <summary>Looks for the pipeline that has a request's own variable, among the newest that were triggered for the ref.</summary>
sealed class PipelineSearch(GitLabApi api)
{
    const int Looked = 20;

    /// <summary>Its number, or null where there surely is none.</summary>
    /// <exception cref="GitLabException">Pipelines or their variables can't be read: nobody can say.</exception>
    public async Task<long?> FindAsync(PipelineRequest request, CancellationToken cancellationToken)
    {
        var list = $"pipelines?source=trigger&ref={Uri.EscapeDataString(request.RefName)}&order_by=id&sort=desc&per_page={Looked}";
        using var pipelines = await api.ReadAsync(list, mayBeMissing: false, cancellationToken);
        foreach (var pipeline in pipelines!.RootElement.EnumerateArray())
        {
            var id = pipeline.GetProperty("id").GetInt64();
            using var variables = await api.ReadAsync($"pipelines/{id}/variables", mayBeMissing: false, cancellationToken);
            if (variables!.RootElement.EnumerateArray().Any(variable => Is(variable, "key", PipelineRequest.IdVariable) && Is(variable, "value", request.Id))) return id;
        }

        return null;
    }

    static bool Is(JsonElement variable, string name, string text) => variable.TryGetProperty(name, out var value) && value.ValueEquals(text);
}
