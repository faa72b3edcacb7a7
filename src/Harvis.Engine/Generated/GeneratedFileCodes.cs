using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Generated;

/// <summary>The codes of generated files; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class GeneratedFileCodes
{
    /// <summary>A committed file isn't what the code says.</summary>
    public static DiagnosticCode Drifted { get; } = new(2250);

    /// <summary>A generated file isn't there.</summary>
    public static DiagnosticCode Missing { get; } = new(2251);

    /// <summary>A file says that it is generated, and no longer is.</summary>
    public static DiagnosticCode Orphaned { get; } = new(2252);

    /// <summary>A file that somebody wrote by hand stands where a generated one belongs.</summary>
    public static DiagnosticCode HandWritten { get; } = new(2253);

    /// <summary>A generated file's path leads out of the repository, or two files have the same.</summary>
    public static DiagnosticCode WrongPath { get; } = new(2254);
}
