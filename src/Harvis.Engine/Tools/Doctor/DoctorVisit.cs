using Harvis.Engine.Dsl;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Doctor;

/// <summary>A target's body that shows what is here, what is missing and how to get it.</summary>
public static class DoctorVisit
{
    /// <summary>Looks at every tool and writes the table to the target's log.</summary>
    /// <exception cref="DiagnosticException">Something required is missing, too old or not running.</exception>
    public static async Task InspectAsync(IReadOnlyList<ToolNeed> needs, TargetRun run, CancellationToken cancellationToken)
    {
        var files = new MachineFiles();
        var inspector = new ToolInspector(run.Processes, new HttpServiceProbe(), files, run.Environment);
        var report = new DoctorReport(await inspector.InspectAsync(needs, cancellationToken), HostSystem.Read(files, run.Environment));
        run.Note(string.Join('\n', DoctorTable.Render(report)));
        var missing = report.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (missing.Count > 0) throw new DiagnosticException(missing);
    }
}
