using Harvis.Engine.Tools.Doctor;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>How provisioning ended.</summary>
/// <param name="Plan">What it was about to do.</param>
/// <param name="Report">What is here now.</param>
/// <param name="Failure">HRV1204 or HRV1206 where it couldn't do it.</param>
public sealed record ProvisionResult(ProvisionPlan Plan, DoctorReport Report, Diagnostic? Failure = null)
{
    /// <summary>Whether it only said what it would do. The default is false.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// The failure and HRV1205 for what can't be got here. Where nothing failed, also what is wrong with tools all the same.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
    [
        .. Failure is null ? [] : new[] { Failure },
        .. Plan.Unsupported.Select(status => ToolDiagnostics.Unsupported(status, Report.System)),
        .. Failure is null && !IsDryRun ? Report.DiagnosticsExcept(Plan.Unsupported) : [],
    ];

    /// <summary>0 where everything required can be used, or could be after a dry run; otherwise 1.</summary>
    public int ExitCode => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? 1 : 0;
}
