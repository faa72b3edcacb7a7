using Harvis.Model.Diagnostics;

namespace Harvis.Model.Ci;

/// <summary>The codes of what is wrong with a CI plan, whatever system it is for; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class CiDiagnostics
{
    /// <summary>Over all events together, jobs wait for each other.</summary>
    public static DiagnosticCode Cycle { get; } = new(2150);

    /// <summary>A job takes files or results of a target that it doesn't come after, or that runs in another pipeline.</summary>
    public static DiagnosticCode NotBefore { get; } = new(2151);

    /// <summary>Two jobs get the same id.</summary>
    public static DiagnosticCode SameId { get; } = new(2152);

    /// <summary>Nothing starts the pipeline.</summary>
    public static DiagnosticCode NoTrigger { get; } = new(2153);

    /// <summary>A pipeline names a target that isn't there.</summary>
    public static DiagnosticCode UnknownTarget { get; } = new(2154);

    /// <summary>A pull request would publish, or gets what only trusted code may have.</summary>
    public static DiagnosticCode PullRequestPublishes { get; } = new(2155);

    /// <summary>An environment is changed without all gates having been passed.</summary>
    public static DiagnosticCode Ungated { get; } = new(2156);

    /// <summary>A path that CI relies on matches no file of the repository.</summary>
    public static DiagnosticCode PathWithoutFiles { get; } = new(2157);
}
