using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>What a step leaves doesn't reach whom it isn't for: credentials in the workspace, caches in releases.</summary>
static class StateRules
{
    /// <summary>HRV2108.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. view.Steps.Where(step => step.Action == "actions/checkout" && step.Input("persist-credentials") != "false")
            .Select(step => Finding($"{step.Where}: the token stays in the workspace, for every later step and every artifact (artipacked).", "Give it persist-credentials: false.")),
        .. view.IsForReleases ? view.Steps.Where(step => UsesCache(step) && !IsNotForTags(step))
            .Select(step => Finding($"{step.Where}: a release can be made from what another run left in the cache (cache-poisoning).", "Leave the cache out for tags.")) : [],
    ];

    // actions/setup-… cache by an input of theirs; some by default, which only "false" turns off.
    static bool UsesCache(StepView step) =>
        step.Action is "actions/cache" or "actions/cache/restore" or "actions/cache/save"
        || (step.Action.StartsWith("actions/setup-", StringComparison.Ordinal) && (step.Input("cache") is { } cache ? cache != "false" : step.Action == "actions/setup-go"))
        || (step.Action == "docker/build-push-action" && step.Input("cache-from")?.Contains("type=gha", StringComparison.Ordinal) == true);

    static bool IsNotForTags(StepView step)
    {
        var condition = YamlLookup.Text(step.Node, "if") ?? "";
        return ExpressionText.IsWhole(condition) && !condition.Contains("||", StringComparison.Ordinal)
            && (condition.Contains(CacheSteps.NoTag.ToString(), StringComparison.Ordinal) || condition.Contains("github.event_name == 'pull_request'", StringComparison.Ordinal));
    }

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.LastingState, message, remedy);
}
