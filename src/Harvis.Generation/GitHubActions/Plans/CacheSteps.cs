using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>
/// What a job keeps from one run to the next. A tag's job has no cache: what it publishes must not hold what another run left. A pull
/// request's job reads and writes none: its code is somebody else's.
/// </summary>
/// <param name="actions">The actions.</param>
sealed class CacheSteps(PinnedActions actions)
{
    /// <summary>The condition that keeps a cache from a tag's job.</summary>
    public static Expression NoTag { get; } = new Expression.Not(Expression.Of("github.ref_type").Is("tag"));

    /// <summary>The steps; none for a job without cache.</summary>
    public IEnumerable<WorkflowStep> Of(CiJob job)
    {
        if (job.Cache is not { } cache) yield break;
        var triggers = job.Activations.SelectMany(activation => activation.Triggers).ToList();
        var forTags = triggers.Exists(trigger => trigger is Trigger.TagPush or Trigger.ByPipeline);
        var forRequests = triggers.Exists(trigger => trigger is Trigger.PullRequestChange or Trigger.ByPipeline);
        var isRequest = Expression.Of("github.event_name").Is("pull_request");
        if (triggers.TrueForAll(trigger => trigger is Trigger.TagPush)) yield break;
        if (forRequests) yield return Step("actions/cache/restore", cache, isRequest);
        if (triggers.TrueForAll(trigger => trigger is Trigger.PullRequestChange)) yield break;
        var condition = Expression.All(forRequests ? new Expression.Not(isRequest) : new Expression.Truth(true), forTags ? NoTag : new Expression.Truth(true));
        yield return Step("actions/cache", cache, condition is Expression.Truth ? null : condition);
    }

    UsesStep Step(string action, CiCache cache, Expression? condition)
    {
        var prefix = Template.Of(Expression.Of("runner.os"), $"-{cache.Key}-");
        var state = cache.KeyFiles.Count == 0 ? Expression.Of("github.sha") : Expression.Calling("hashFiles", [.. cache.KeyFiles.Select(file => new Expression.Text(file))]);
        return actions.Step(action) with
        {
            If = condition,
            Inputs =
            [
                ("path", ((Template)string.Join('\n', cache.Paths)).ToString()),
                ("key", Template.Of(prefix, state).ToString()),
                ("restore-keys", prefix.ToString()),
            ],
        };
    }
}
