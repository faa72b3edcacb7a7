using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;

namespace Harvis.Generation.Tests.GitLabCi.Evaluation;

/// <summary>What GitLab's variables are for an event: https://docs.gitlab.com/ci/jobs/job_rules/#ci_pipeline_source-predefined-variable.</summary>
sealed class GitLabEvent(CiEvent happened, bool isFromOutside)
{
    readonly IReadOnlyDictionary<string, string> _variables = isFromOutside && happened is not (CiEvent.Schedule or CiEvent.Call) ? Outside(happened) : Inside(happened);

    /// <summary>Whether a rule holds. Where the event doesn't tell what changed, everything did.</summary>
    public bool Meets(GitLabRule rule) =>
        (rule.If is null || GitLabExpression.Evaluate(rule.If.ToString(), _variables))
        && (rule.Changes is null || isFromOutside || happened.ChangedPaths is null || happened.ChangedPaths.Any(path => rule.Changes.Paths.Any(glob => RubyGlob.Matches(glob, path))));

    static Dictionary<string, string> Inside(CiEvent happened) => happened switch
    {
        CiEvent.Push => new() { ["CI_PIPELINE_SOURCE"] = "push", ["CI_COMMIT_BRANCH"] = happened.Ref.Branch! },
        CiEvent.TagPush => new() { ["CI_PIPELINE_SOURCE"] = "push", ["CI_COMMIT_TAG"] = happened.Ref.Tag! },
        CiEvent.PullRequest request => new() { ["CI_PIPELINE_SOURCE"] = "merge_request_event", ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = request.Into },
        CiEvent.Schedule schedule => new() { ["CI_PIPELINE_SOURCE"] = "schedule", ["CI_COMMIT_BRANCH"] = "main", ["HARVIS_SCHEDULE"] = schedule.Cron },
        CiEvent.Manual => new() { ["CI_PIPELINE_SOURCE"] = "web", ["CI_COMMIT_BRANCH"] = "main" },
        CiEvent.Call => new() { ["CI_PIPELINE_SOURCE"] = "parent_pipeline" },
        _ => throw new InvalidOperationException(),
    };

    static Dictionary<string, string> Outside(CiEvent happened)
    {
        var variables = new Dictionary<string, string> { ["CI_PIPELINE_SOURCE"] = "trigger", ["CI_COMMIT_BRANCH"] = "main", ["HARVIS_REF"] = happened.Ref.FullName };
        variables["HARVIS_EVENT"] = happened switch { CiEvent.Push => "push", CiEvent.TagPush => "tag", CiEvent.PullRequest => "pull_request", _ => "manual" };
        if (happened is CiEvent.PullRequest request) variables["HARVIS_TARGET_BRANCH"] = request.Into;
        return variables;
    }
}
