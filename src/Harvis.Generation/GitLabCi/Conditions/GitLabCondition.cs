namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>
/// What a rule's <c>if</c> asks of variables. Texts can't break out: what GitLab can't quote becomes a pattern of escapes. Closed.
/// See https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions.
/// </summary>
public abstract record GitLabCondition
{
    private GitLabCondition()
    {
    }

    /// <summary>A variable has exactly this text.</summary>
    public sealed record Is(GitLabVariableName Variable, string Text) : GitLabCondition;

    /// <summary>A variable has another text, or none.</summary>
    public sealed record IsNot(GitLabVariableName Variable, string Text) : GitLabCondition;

    /// <summary>A variable is there and not empty.</summary>
    public sealed record IsSet(GitLabVariableName Variable) : GitLabCondition;

    /// <summary>A variable isn't there.</summary>
    public sealed record IsMissing(GitLabVariableName Variable) : GitLabCondition;

    /// <summary>A part of a variable's text matches, as RE2 reads it; a missing variable is an empty text.</summary>
    public sealed record Matches(GitLabVariableName Variable, string Regex) : GitLabCondition;

    /// <summary>All of these hold; at least one.</summary>
    public sealed record All(IReadOnlyList<GitLabCondition> Conditions) : GitLabCondition;

    /// <summary>One of these holds; at least one.</summary>
    public sealed record Any(IReadOnlyList<GitLabCondition> Conditions) : GitLabCondition;

    /// <summary>All of these.</summary>
    public static GitLabCondition AllOf(params IReadOnlyList<GitLabCondition> conditions) => conditions.Count == 1 ? conditions[0] : new All(conditions);

    /// <summary>The condition as GitLab reads it.</summary>
    public sealed override string ToString() => GitLabConditionWriter.Write(this);
}
