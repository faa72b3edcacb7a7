using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>What triggers mean in rules: one rule for each pattern, as GitLab refuses long conditions.</summary>
/// <param name="isStartedFromOutside">Whether another system starts the pipelines, so that what is pushed here means nothing.</param>
sealed class GitLabEvents(bool isStartedFromOutside)
{
    /// <summary>What must hold for one of the events that the trigger means: one of these.</summary>
    public IReadOnlyList<GitLabRule> Of(Trigger trigger) => trigger switch
    {
        Trigger.BranchPush push => [.. Branches(push).Select(condition => Rule(condition, push.Paths))],
        Trigger.TagPush tag => [.. Tags(tag).Select(condition => Rule(condition, []))],
        Trigger.PullRequestChange change => [.. Requests(change).Select(condition => Rule(condition, change.Paths))],
        Trigger.Timer timer => [Rule(GitLabCondition.AllOf(Source("schedule"), new GitLabCondition.Is(GitLabVariables.Schedule, timer.Cron.Text)), [])],
        Trigger.ByHand when isStartedFromOutside => [Rule(Outside("manual"), [])],
        Trigger.ByHand => [Rule(Source("web"), []), Rule(Source("api"), [])],
        Trigger.ByPipeline => [Rule(Source("parent_pipeline"), []), Rule(Source("pipeline"), [])],
        _ => throw new InvalidOperationException($"There is no rule for a {trigger.GetType().Name}."),
    };

    IEnumerable<GitLabCondition> Branches(Trigger.BranchPush push) => isStartedFromOutside
        ? Refs("push", "refs/heads/", push.Branches)
        : Names(Source("push"), GitLabVariables.Branch, push.Branches);

    IEnumerable<GitLabCondition> Tags(Trigger.TagPush tag) => isStartedFromOutside
        ? Refs("tag", "refs/tags/", tag.Patterns)
        : Names(Source("push"), GitLabVariables.Tag, tag.Patterns);

    IEnumerable<GitLabCondition> Requests(Trigger.PullRequestChange change) => isStartedFromOutside
        ? Names(Outside("pull_request"), GitLabVariables.OutsideTarget, change.Into)
        : Names(Source("merge_request_event"), GitLabVariables.TargetBranch, change.Into);

    static IEnumerable<GitLabCondition> Names(GitLabCondition happened, GitLabVariableName variable, IReadOnlyList<NamePattern> patterns) => patterns.Count == 0
        ? [GitLabCondition.AllOf(happened, new GitLabCondition.IsSet(variable))]
        : patterns.Select(pattern => And(happened, Name(variable, pattern)));

    static IEnumerable<GitLabCondition> Refs(string happened, string prefix, IReadOnlyList<NamePattern> patterns) => patterns.Count == 0
        ? [And(Outside(happened), new GitLabCondition.Matches(GitLabVariables.OutsideRef, $"^{prefix}"))]
        : patterns.Select(pattern => And(Outside(happened), pattern.IsExact
            ? new GitLabCondition.Is(GitLabVariables.OutsideRef, prefix + pattern.Text)
            : new GitLabCondition.Matches(GitLabVariables.OutsideRef, $"^{prefix}{pattern.ToRegex()[1..]}")));

    // A missing variable is an empty text for a pattern, which "*" would match.
    static GitLabCondition Name(GitLabVariableName variable, NamePattern pattern)
    {
        if (pattern.IsExact) return new GitLabCondition.Is(variable, pattern.Text);
        var matches = new GitLabCondition.Matches(variable, pattern.ToRegex());
        return pattern.Matches("") ? GitLabCondition.AllOf(new GitLabCondition.IsSet(variable), matches) : matches;
    }

    static GitLabCondition Outside(string happened) => GitLabCondition.AllOf(Source("trigger"), new GitLabCondition.Is(GitLabVariables.OutsideEvent, happened));

    static GitLabCondition Source(string source) => new GitLabCondition.Is(GitLabVariables.Source, source);

    static GitLabCondition And(GitLabCondition left, GitLabCondition right) =>
        GitLabCondition.AllOf([.. Flat(left), .. Flat(right)]);

    static IReadOnlyList<GitLabCondition> Flat(GitLabCondition condition) => condition is GitLabCondition.All all ? all.Conditions : [condition];

    static GitLabRule Rule(GitLabCondition condition, IReadOnlyList<NamePattern> paths) => new()
    {
        If = condition,
        Changes = paths.Count == 0 ? null : new GitLabChanges([.. paths.SelectMany(GitLabGlob.Of)]),
    };
}
