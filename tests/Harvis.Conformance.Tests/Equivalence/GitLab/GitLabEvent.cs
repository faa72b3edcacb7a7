using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>The variables that GitLab sets for an event. See https://docs.gitlab.com/ci/variables/predefined_variables/.</summary>
static class GitLabEvent
{
    public static Dictionary<string, string> Variables(CiEvent happened)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CI"] = "true",
            ["GITLAB_CI"] = "true",
            ["CI_DEFAULT_BRANCH"] = "main",
            ["CI_COMMIT_SHA"] = new string('a', 40),
            ["CI_PIPELINE_SOURCE"] = Source(happened),
        };
        foreach (var (name, value) in OfRef(happened)) variables[name] = value;
        return variables;
    }

    static string Source(CiEvent happened) => happened switch
    {
        CiEvent.Push or CiEvent.TagPush => "push",
        CiEvent.PullRequest => "merge_request_event",
        CiEvent.Schedule => "schedule",
        CiEvent.Manual => "web",
        CiEvent.Call => "parent_pipeline",
        _ => throw new InvalidOperationException($"GitLab has no source for a {happened.GetType().Name}."),
    };

    // A pipeline for a merge request has no branch of its own.
    static IEnumerable<(string Name, string Value)> OfRef(CiEvent happened) => happened switch
    {
        CiEvent.PullRequest request =>
        [
            ("CI_MERGE_REQUEST_IID", "7"),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", request.Into),
            ("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", happened.Ref.Branch ?? ""),
            ("CI_COMMIT_REF_NAME", happened.Ref.Branch ?? ""),
        ],
        _ when happened.Ref.Tag is { } tag => [("CI_COMMIT_TAG", tag), ("CI_COMMIT_REF_NAME", tag), .. Chosen(happened)],
        _ => [("CI_COMMIT_BRANCH", happened.Ref.Branch ?? ""), ("CI_COMMIT_REF_NAME", happened.Ref.Branch ?? ""), .. Chosen(happened)],
    };

    // Whoever makes a schedule sets the variable that tells it from others.
    static IEnumerable<(string Name, string Value)> Chosen(CiEvent happened) => happened switch
    {
        CiEvent.Schedule schedule => [("HARVIS_SCHEDULE", schedule.Cron)],
        CiEvent.Manual manual => manual.Inputs.Select(input => (input.Key, input.Value)),
        _ => [],
    };
}
