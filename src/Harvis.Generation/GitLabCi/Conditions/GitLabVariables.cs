namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>The variables that rules ask: GitLab's own, and those that another system sets when it starts a pipeline.</summary>
public static class GitLabVariables
{
    /// <summary>What started the pipeline.</summary>
    public static GitLabVariableName Source { get; } = "CI_PIPELINE_SOURCE";

    /// <summary>The branch; missing for tags and merge requests.</summary>
    public static GitLabVariableName Branch { get; } = "CI_COMMIT_BRANCH";

    /// <summary>The tag; missing for all else.</summary>
    public static GitLabVariableName Tag { get; } = "CI_COMMIT_TAG";

    /// <summary>The branch that a merge request is to be merged into.</summary>
    public static GitLabVariableName TargetBranch { get; } = "CI_MERGE_REQUEST_TARGET_BRANCH_NAME";

    /// <summary>What happened there: <c>push</c>, <c>tag</c>, <c>pull_request</c> or <c>manual</c>.</summary>
    public static GitLabVariableName OutsideEvent { get; } = "HARVIS_EVENT";

    /// <summary>The full ref there.</summary>
    public static GitLabVariableName OutsideRef { get; } = "HARVIS_REF";

    /// <summary>The commit that was approved there: 40 lower-case hexadecimal digits.</summary>
    public static GitLabVariableName OutsideCommit { get; } = "HARVIS_COMMIT";

    /// <summary>The branch that a pull request there is to be merged into.</summary>
    public static GitLabVariableName OutsideTarget { get; } = "HARVIS_TARGET_BRANCH";

    /// <summary>The cron fields of a schedule, which whoever makes the schedule sets as its variable: GitLab doesn't tell them.</summary>
    public static GitLabVariableName Schedule { get; } = "HARVIS_SCHEDULE";

    /// <summary>The nodes whose records must be there for the build to decide whether its targets run, with commas between them.</summary>
    public static GitLabVariableName TakesOver { get; } = "HARVIS_TAKES_OVER";

    /// <summary><c>true</c> where only what triggers the job's targets brought them in.</summary>
    public static GitLabVariableName OnlyTriggered { get; } = "HARVIS_ONLY_TRIGGERED";

    /// <summary>The node of a matrix's run.</summary>
    public static GitLabVariableName Node { get; } = "HARVIS_NODE";
}
