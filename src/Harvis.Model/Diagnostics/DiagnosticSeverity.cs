namespace Harvis.Model.Diagnostics;

/// <summary>What a <see cref="Diagnostic"/> does to the run.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Printed; the run goes on.</summary>
    Warning,

    /// <summary>The run is refused with exit code 2.</summary>
    Error,
}
