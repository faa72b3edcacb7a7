using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>A job as it is in one pipeline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keywords">What the document says of it.</param>
/// <param name="When">When it runs.</param>
/// <param name="MayFail">Whether the pipeline goes on when it fails.</param>
/// <param name="Variables">Its variables, those of the rule that holds included.</param>
sealed record GitLabJob(string Name, JsonObject Keywords, string When, bool MayFail, IReadOnlyDictionary<string, string> Variables)
{
    static readonly HashSet<string> Reserved = ["default", "include", "stages", "variables", "workflow", "image", "services", "cache", "before_script", "after_script", "spec", "pages"];

    /// <summary>The jobs of a document that are in the pipeline of an event.</summary>
    public static IReadOnlyList<GitLabJob> InPipeline(JsonObject document, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string>? changed) =>
    [
        .. document.Where(entry => entry.Value is JsonObject && !entry.Key.StartsWith('.') && !Reserved.Contains(entry.Key))
            .Select(entry => Of(entry.Key, Extended(document, (JsonObject)entry.Value!), variables, changed))
            .OfType<GitLabJob>(),
    ];

    // Without rules a job is in pipelines of branches and tags.
    static GitLabJob? Of(string name, JsonObject keywords, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string>? changed)
    {
        var rule = keywords.ContainsKey("rules") ? Rule.First(keywords["rules"], variables, changed) : null;
        if (keywords.ContainsKey("rules") ? rule is null : variables["CI_PIPELINE_SOURCE"] == "merge_request_event") return null;
        var when = rule?["when"].Text() ?? keywords["when"].Text() ?? "on_success";
        if (when == "never") return null;
        var mayFail = rule?["allow_failure"] ?? keywords["allow_failure"];
        return new GitLabJob(name, keywords, when, mayFail is null ? when == "manual" && rule is null : mayFail.IsTrue(), VariablesOf(keywords, rule));
    }

    static Dictionary<string, string> VariablesOf(JsonObject keywords, JsonObject? rule)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in (keywords["variables"] as JsonObject ?? []).Concat(rule?["variables"] as JsonObject ?? [])) variables[name] = value.Text() ?? "";
        return variables;
    }

    // Maps are joined, everything else is replaced: https://docs.gitlab.com/ci/yaml/#extends.
    static JsonObject Extended(JsonObject document, JsonObject job)
    {
        var whole = new JsonObject();
        foreach (var name in job["extends"].Texts()) Merge(whole, Extended(document, (JsonObject)document[name]!));
        Merge(whole, job);
        return whole;
    }

    static void Merge(JsonObject whole, JsonObject more)
    {
        foreach (var (key, value) in more)
        {
            if (whole[key] is JsonObject known && value is JsonObject map) Merge(known, map);
            else whole[key] = value?.DeepClone();
        }
    }
}
