namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>When a job starts: https://docs.gitlab.com/ci/yaml/#when.</summary>
public enum GitLabWhen
{
    /// <summary>When all it needs has succeeded. GitLab's default.</summary>
    OnSuccess,

    /// <summary>When something that it needs has failed and nothing was skipped.</summary>
    OnFailure,

    /// <summary>When all it needs has ended, succeeded, failed or skipped; not where something was cancelled.</summary>
    Always,

    /// <summary>When a person starts it, after all it needs has succeeded.</summary>
    Manual,

    /// <summary>Some time after all it needs has succeeded.</summary>
    Delayed,

    /// <summary>Not at all.</summary>
    Never,
}
