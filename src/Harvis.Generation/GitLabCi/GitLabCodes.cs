using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi;

/// <summary>The codes of what can't be written for GitLab; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class GitLabCodes
{
    /// <summary>An item of a script isn't a text.</summary>
    public static DiagnosticCode ScriptNotText { get; } = new(2300);

    /// <summary>An image isn't pinned by digest.</summary>
    public static DiagnosticCode UnpinnedImage { get; } = new(2301);

    /// <summary>An include isn't pinned.</summary>
    public static DiagnosticCode UnpinnedInclude { get; } = new(2302);

    /// <summary>A secret stands in the file.</summary>
    public static DiagnosticCode LiteralSecret { get; } = new(2303);

    /// <summary>Text that anybody can write reaches a shell unquoted.</summary>
    public static DiagnosticCode UntrustedText { get; } = new(2304);

    /// <summary>A raw part says what the plan decides.</summary>
    public static DiagnosticCode PartDecides { get; } = new(2305);

    /// <summary>A job needs more jobs than GitLab takes.</summary>
    public static DiagnosticCode TooManyNeeds { get; } = new(2306);

    /// <summary>Stages wait for each other.</summary>
    public static DiagnosticCode StageCycle { get; } = new(2307);

    /// <summary>Nothing selects a job's runner.</summary>
    public static DiagnosticCode RunnerWithoutTags { get; } = new(2308);

    /// <summary>An identity token is for nobody.</summary>
    public static DiagnosticCode TokenWithoutAudience { get; } = new(2309);

    /// <summary>A job waits for approval and runs after failures.</summary>
    public static DiagnosticCode ApprovalAfterFailure { get; } = new(2310);

    /// <summary>A cache has more key files than GitLab takes.</summary>
    public static DiagnosticCode TooManyKeyFiles { get; } = new(2311);

    /// <summary>A job could build another commit than the approved one.</summary>
    public static DiagnosticCode OtherCommit { get; } = new(2312);

    /// <summary>An environment's stop job isn't there.</summary>
    public static DiagnosticCode UnknownStopJob { get; } = new(2313);
}
