using Harvis.Model.Diagnostics;

namespace Harvis.Build;

/// <summary>The codes of this build's own refusals.</summary>
static class BuildCodes
{
    /// <summary>A ref is to be delivered where it doesn't belong.</summary>
    public static DiagnosticCode WrongRef { get; } = new(2190);

    /// <summary>An event that nobody can simulate.</summary>
    public static DiagnosticCode UnknownEvent { get; } = new(2191);
}
