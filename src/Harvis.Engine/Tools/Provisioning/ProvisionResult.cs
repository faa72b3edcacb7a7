using Harvis.Engine.Tools.Doctor;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>How provisioning ended.</summary>
/// <param name="Report">What is here now.</param>
/// <param name="Problems">What provisioning itself couldn't do: HRV1204, HRV1205, HRV1206.</param>
public sealed record ProvisionResult(DoctorReport Report, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>The problems, then what is still wrong with each tool that no problem explains.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Problems.Any(problem => problem.Code.Number != 1205) ? Problems : [.. Problems, .. Unexplained];

    /// <summary>0 where everything required can be used, otherwise 1.</summary>
    public int ExitCode => Report.ExitCode;

    IEnumerable<Diagnostic> Unexplained => Report.Diagnostics.Where(
        diagnostic => !Problems.Any(problem => problem.Remedy == diagnostic.Remedy && problem.Severity == diagnostic.Severity));
}
