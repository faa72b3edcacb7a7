using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>The runs of a job with a matrix: every combination, then what <c>include</c> adds.</summary>
/// <remarks>https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations.</remarks>
static class GitHubMatrix
{
    public static IReadOnlyList<JobLeg> LegsOf(string name, JsonObject job)
    {
        if (job["strategy"]?["matrix"] is not JsonObject matrix) return [new JobLeg(name, 0, [])];
        var legs = Combinations(matrix);
        foreach (var added in matrix["include"].Items().OfType<JsonObject>()) Include(legs, matrix, added);
        return [.. legs.Select((values, index) => new JobLeg(name, index, values))];
    }

    static List<JsonObject> Combinations(JsonObject matrix)
    {
        var axes = matrix.Where(axis => axis.Key is not ("include" or "exclude")).ToList();
        if (axes.Count == 0) return [];
        List<JsonObject> legs = [[]];
        foreach (var (key, values) in axes) legs = [.. legs.SelectMany(leg => values.Items().Select(value => With(leg, key, value)))];
        return [.. legs.Where(leg => !matrix["exclude"].Items().OfType<JsonObject>().Any(excluded => excluded.All(pair => JsonNode.DeepEquals(leg[pair.Key], pair.Value))))];
    }

    // What agrees with a combination is added to it; what agrees with none is a run of its own.
    static void Include(List<JsonObject> legs, JsonObject matrix, JsonObject added)
    {
        var agreeing = legs.Where(leg => added.All(pair => !matrix.ContainsKey(pair.Key) || JsonNode.DeepEquals(leg[pair.Key], pair.Value)) && matrix.Any(axis => axis.Key is not ("include" or "exclude"))).ToList();
        foreach (var leg in agreeing)
        {
            foreach (var (key, value) in added) leg[key] = value?.DeepClone();
        }

        if (agreeing.Count == 0) legs.Add((JsonObject)added.DeepClone());
    }

    static JsonObject With(JsonObject leg, string key, JsonNode? value)
    {
        var next = (JsonObject)leg.DeepClone();
        next[key] = value?.DeepClone();
        return next;
    }
}
