using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions;

/// <summary>The codes about GitHub workflows; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class GitHubCodes
{
    /// <summary>Jobs of one workflow start for different changed paths.</summary>
    public static DiagnosticCode PathsDiffer { get; } = new(2001);

    /// <summary>A job's branches or tags can't be told from the others of its workflow.</summary>
    public static DiagnosticCode NamesDiffer { get; } = new(2002);

    /// <summary>A job's branches or tags are told from the others of its workflow only without regard to case.</summary>
    public static DiagnosticCode CaseIgnored { get; } = new(2003);

    /// <summary>The file of action pins can't be read.</summary>
    public static DiagnosticCode BrokenPinFile { get; } = new(2004);

    /// <summary>An action has no pin.</summary>
    public static DiagnosticCode MissingPin { get; } = new(2005);

    /// <summary>A raw part of a document contradicts the document.</summary>
    public static DiagnosticCode ConflictingPart { get; } = new(2006);

    /// <summary>A text holds what GitHub reads as an expression, where it can't be escaped.</summary>
    public static DiagnosticCode ExpressionInText { get; } = new(2007);

    /// <summary>No label is known for a hosted runner.</summary>
    public static DiagnosticCode UnknownRunner { get; } = new(2008);

    /// <summary>A matrix has more legs than GitHub takes.</summary>
    public static DiagnosticCode MatrixTooLarge { get; } = new(2009);

    /// <summary>A pull request's job could publish, change an environment or read secrets.</summary>
    public static DiagnosticCode PublishingFromPullRequest { get; } = new(2010);

    /// <summary>Two jobs, or two inputs, have one name.</summary>
    public static DiagnosticCode NameTaken { get; } = new(2011);

    /// <summary>A job refers to one that it doesn't need, or that isn't there.</summary>
    public static DiagnosticCode UnknownJob { get; } = new(2012);

    /// <summary>A script isn't a text.</summary>
    public static DiagnosticCode ScriptNotText { get; } = new(2101);

    /// <summary>Text that others write is part of a script.</summary>
    public static DiagnosticCode UntrustedText { get; } = new(2102);

    /// <summary>An action, image or tool isn't pinned.</summary>
    public static DiagnosticCode Unpinned { get; } = new(2103);

    /// <summary>Permissions are wider than needed, or unexplained.</summary>
    public static DiagnosticCode WidePermissions { get; } = new(2104);

    /// <summary>Secrets reach further than the step that needs them.</summary>
    public static DiagnosticCode ExposedSecrets { get; } = new(2105);

    /// <summary>Code of others runs with rights or on machines of the team's.</summary>
    public static DiagnosticCode UntrustedCode { get; } = new(2106);

    /// <summary>A condition doesn't mean what it says.</summary>
    public static DiagnosticCode UnsoundCondition { get; } = new(2107);

    /// <summary>Credentials or caches outlive their step.</summary>
    public static DiagnosticCode LastingState { get; } = new(2108);

    /// <summary>Nothing limits how many runs there are at a time.</summary>
    public static DiagnosticCode UnlimitedRuns { get; } = new(2109);

    /// <summary>An action or setting that something safer replaces.</summary>
    public static DiagnosticCode ReplacedPractice { get; } = new(2110);

    /// <summary>A failure is ignored.</summary>
    public static DiagnosticCode IgnoredFailure { get; } = new(2111);
}
