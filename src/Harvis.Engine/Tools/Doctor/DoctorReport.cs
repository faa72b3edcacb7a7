using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Doctor;

/// <summary>What is here, what is missing and how to get it.</summary>
/// <param name="Tools">The needed tools and what was seen of them.</param>
/// <param name="System">The machine's system.</param>
public sealed record DoctorReport(IReadOnlyList<ToolStatus> Tools, HostSystem System)
{
    /// <summary>HRV1201, HRV1202 and HRV1203 for what can't be used; warnings where it is optional.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => DiagnosticsExcept([]);

    /// <summary>0 where everything required can be used, otherwise 1.</summary>
    public int ExitCode => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? 1 : 0;

    internal IReadOnlyList<Diagnostic> DiagnosticsExcept(IReadOnlyList<ToolStatus> others) =>
    [
        .. Tools.ExceptBy(others.Select(other => other.Tool), status => status.Tool)
            .Select(status => ToolDiagnostics.For(status, System)).OfType<Diagnostic>(),
    ];
}
