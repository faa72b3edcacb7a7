using System.Text.Json.Nodes;
using Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>Rules of a job or a workflow: the first that holds decides. See https://docs.gitlab.com/ci/yaml/#rules.</summary>
static class Rule
{
    /// <summary>The first rule that holds, or null.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="variables">The pipeline's variables.</param>
    /// <param name="changed">The paths that changed; null where GitLab can't tell, when every <c>changes</c> holds.</param>
    public static JsonObject? First(JsonNode? rules, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string>? changed)
    {
        var evaluation = new Evaluation(variables);
        return rules.Items().OfType<JsonObject>().FirstOrDefault(rule => Holds(rule, evaluation, changed));
    }

    static bool Holds(JsonObject rule, Evaluation evaluation, IReadOnlyList<string>? changed)
    {
        if (rule.ContainsKey("exists")) throw new NotSupportedException("What exists isn't known here.");
        return (!rule.ContainsKey("if") || evaluation.Holds(rule["if"].Text()!)) && (!rule.ContainsKey("changes") || Changed(rule["changes"], changed));
    }

    static bool Changed(JsonNode? changes, IReadOnlyList<string>? changed)
    {
        var globs = (changes is JsonObject map ? map["paths"] : changes).Texts();
        return changed is null || changed.Any(path => globs.Any(glob => ChangesGlob.Matches(glob, path)));
    }
}
