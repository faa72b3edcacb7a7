using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>The runs of a job with <c>parallel: matrix</c>: every combination of each of its entries.</summary>
/// <remarks>https://docs.gitlab.com/ci/yaml/#parallelmatrix.</remarks>
static class GitLabMatrix
{
    public static IReadOnlyList<JobLeg> LegsOf(GitLabJob job)
    {
        if (job.Keywords["parallel"] is null) return [new JobLeg(job.Name, 0, [])];
        if (job.Keywords["parallel"]?["matrix"] is not JsonArray matrix) throw new NotSupportedException("A number of equal runs isn't known here.");
        return [.. matrix.OfType<JsonObject>().SelectMany(Combinations).Select((values, index) => new JobLeg(job.Name, index, values))];
    }

    static IEnumerable<JsonObject> Combinations(JsonObject axes)
    {
        IEnumerable<JsonObject> legs = [[]];
        foreach (var (key, values) in axes) legs = [.. legs.SelectMany(leg => values.Items().Select(value => With(leg, key, value)))];
        return legs;
    }

    static JsonObject With(JsonObject leg, string key, JsonNode? value)
    {
        var next = (JsonObject)leg.DeepClone();
        next[key] = value?.DeepClone();
        return next;
    }
}
